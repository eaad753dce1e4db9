import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { leaveWaitlistEndpoint } from '#lib/sessions/api.ts'
import { removeStudentsFromWaitlist } from './remove-from-waitlist.ts'

/** Removes the actor from a session's waitlist; their seat stays. Idempotent. @throws Refusal `not_found` */
export async function leaveWaitlist(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<DataOf<typeof leaveWaitlistEndpoint>> {
  const { database, actor } = context
  const found = await database.classSession.findUnique({ where: { id: sessionId }, select: { id: true } })
  if (!found) throw new Refusal('not_found', 'noSuchSession')
  return { left: (await removeStudentsFromWaitlist(context, sessionId, [actor.id])) > 0 }
}
