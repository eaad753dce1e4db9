import 'server-only'
import { Refusal } from '#lib/http/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { type Help, isOpen, type JoinRefusal, joinRefusal, mayHelp, mayLead } from '#lib/sessions/policy.ts'
import { readSessionRow } from '#lib/sessions/read-session.ts'
import { atTheDoor, type SessionRow } from '#lib/sessions/session-view.ts'

/**
 * Lets pass who may be in the session's room now, and answers the session.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function refuseOutsider(context: Context, sessionId: SessionId): Promise<SessionRow> {
  const session = await readSessionRow(context, sessionId)
  const refusal = joinRefusal(context.actor, atTheDoor(session))
  if (refusal) throw refuseEntry(refusal)
  return session
}

/**
 * The same once more for who was removed meanwhile, in the transaction that has the room's row: whoever is removed then
 * leaves nothing behind. @throws Refusal `forbidden`
 */
export async function refuseRemoved({ database, actor }: Context, sessionId: SessionId): Promise<void> {
  const removed = await database.removal.count({ where: { sessionId, userId: actor.id } })
  if (removed > 0) throw refuseEntry('removed')
}

/**
 * Lets pass who may take this part of leading the session while it is open, and answers the session.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where it is over
 */
export async function refuseUnlessHelping(
  context: Context,
  sessionId: SessionId,
  help: Help,
): Promise<SessionRow> {
  const session = await readSessionRow(context, sessionId)
  if (!mayHelp(context.actor, atTheDoor(session), help)) throw new Refusal('forbidden', 'notYourSession')
  if (!isOpen(session)) throw new Refusal('conflict', 'roomIsOver')
  return session
}

/** Lets pass who leads the whole session, and answers it. @throws Refusal `not_found`, `forbidden` */
export async function refuseUnlessLeader(context: Context, sessionId: SessionId): Promise<SessionRow> {
  const session = await readSessionRow(context, sessionId)
  if (!mayLead(context.actor, session)) throw new Refusal('forbidden', 'notYourSession')
  return session
}

/** A closed door, as a refusal (contract.md, "Room token"). */
export function refuseEntry(refusal: JoinRefusal): Refusal {
  switch (refusal) {
    case 'not-yours':
      return new Refusal('forbidden', 'notYourSession')
    case 'removed':
      return new Refusal('forbidden', 'removedFromSession')
    case 'cancelled':
      return new Refusal('session_not_accessible', 'sessionCancelled')
    case 'completed':
      return new Refusal('session_not_accessible', 'sessionCompleted')
    case 'not-started':
      return new Refusal('session_not_accessible', 'sessionNotStarted')
    case 'not-admitted':
      return new Refusal('session_not_accessible', 'notAdmitted')
  }
}
