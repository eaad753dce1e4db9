import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ClassSession } from './api.ts'
import { maySee } from './policy.ts'
import { type SessionRow, sessionAccessOf, sessionSelect, sessionView } from './session-view.ts'

/** A session's row, without an access check. @throws Refusal `not_found` */
export async function readSessionRow({ database, actor }: Context, id: SessionId): Promise<SessionRow> {
  const row = await database.classSession.findUnique({ where: { id }, select: sessionSelect(actor) })
  if (!row) throw new Refusal('not_found', 'noSuchSession')
  return row
}

/** The row of a session that the actor may see. @throws Refusal `not_found`, `forbidden` */
export async function readOwnSessionRow(context: Context, id: SessionId): Promise<SessionRow> {
  const row = await readSessionRow(context, id)
  if (!maySee(context.actor, sessionAccessOf(row))) throw new Refusal('forbidden', 'notYourSession')
  return row
}

/** The session as it is now, after a change by the actor. */
export async function readSession(context: Context, id: SessionId): Promise<ClassSession> {
  return sessionView(await readSessionRow(context, id), context)
}
