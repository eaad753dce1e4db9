import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { Context } from '#lib/context/context.ts'
import type { AssistantPermission, JoinRefusal } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { joinRefusal } from '#lib/sessions/join-policy.ts'
import { isOpen, mayAssist, mayModerate, type SessionAccess } from '#lib/sessions/policy.ts'
import { findRoomAccess, type RoomAccess } from './find-access.ts'

/**
 * Returns the access facts of an actor who may be in the session's room now.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function requireParticipant(context: Context, sessionId: SessionId): Promise<RoomAccess> {
  const access = await readRoomAccess(context, sessionId)
  const refusal = joinRefusal(context.actor, access)
  if (refusal) throw refuseEntry(refusal)
  return access
}

/**
 * Returns the access facts of an actor who has the permission, while the session is open.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if the session has ended
 */
export async function requireAssistantPermission(
  context: Context,
  sessionId: SessionId,
  permission: AssistantPermission,
): Promise<RoomAccess> {
  const access = await readRoomAccess(context, sessionId)
  if (!mayAssist(context.actor, access, permission)) throw new Refusal('forbidden', 'notYourSession')
  if (!isOpen(access)) throw new Refusal('conflict', 'roomEnded')
  return access
}

/**
 * Returns the access facts of an actor who may moderate the whole session, while it is open.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if the session has ended
 */
export async function requireModeratorWhileOpen(context: Context, sessionId: SessionId): Promise<RoomAccess> {
  const access = await requireModerator(context, sessionId)
  if (!isOpen(access)) throw new Refusal('conflict', 'roomEnded')
  return access
}

/**
 * Returns the access facts of an actor who may moderate the whole session, also after its end.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function requireModerator(context: Context, sessionId: SessionId): Promise<RoomAccess> {
  const access = await readRoomAccess(context, sessionId)
  if (!mayModerate(context.actor, access)) throw new Refusal('forbidden', 'notYourSession')
  return access
}

/**
 * Refuses to show the contents of a room to removed and not admitted actors. Applies also after the session.
 * @throws Refusal `forbidden` (removed), `session_not_accessible` (not admitted yet)
 */
export function refuseRemovedOrNotAdmitted(actor: Pick<Actor, 'id' | 'role'>, access: SessionAccess): void {
  if (access.removed) throw refuseEntry('removed')
  if (joinRefusal(actor, access) === 'not_admitted') throw refuseEntry('not_admitted')
}

/** @throws Refusal `not_found` */
async function readRoomAccess(context: Context, sessionId: SessionId): Promise<RoomAccess> {
  const access = await findRoomAccess(context, sessionId)
  if (!access) throw new Refusal('not_found', 'noSuchSession')
  return access
}

/** The refusal for a reason not to join (docs/contract.md, "Room token"). */
export function refuseEntry(refusal: JoinRefusal): Refusal {
  switch (refusal) {
    case 'not_yours':
      return new Refusal('forbidden', 'notYourSession')
    case 'removed':
      return new Refusal('forbidden', 'removedFromSession')
    case 'cancelled':
      return new Refusal('session_not_accessible', 'sessionCancelled')
    case 'completed':
      return new Refusal('session_not_accessible', 'sessionCompleted')
    case 'not_started':
      return new Refusal('session_not_accessible', 'sessionNotStarted')
    case 'not_admitted':
      return new Refusal('session_not_accessible', 'notAdmitted')
  }
}
