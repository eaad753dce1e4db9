import 'server-only'
import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import type { Help } from '#lib/sessions/policy.ts'

/**
 * The ids of the session's trainer and of the assistants who are given the part; of the trainers alone without one.
 * Nobody's where the session is not known here.
 */
export async function peopleWhoLead(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
  help?: Help,
): Promise<string[]> {
  const session = await database.classSession.findUnique({
    where: { id: sessionId },
    select: { trainerId: true },
  })
  if (!session) return []
  const assistants = await database.attendee.findMany({
    where: help
      ? { sessionId, helps: { has: help } }
      : { sessionId, helps: { isEmpty: false }, user: { role: 'TRAINER' } },
    select: { userId: true },
  })
  return [session.trainerId, ...assistants.map(({ userId }) => userId)]
}
