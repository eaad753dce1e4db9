import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { Context } from '#lib/context/context.ts'
import type { AssistantPermission, JoinRefusal } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { isOpen, joinRefusal, mayAssist, mayModerate, type SessionAccess } from '#lib/sessions/policy.ts'
import { findRoomAccess, type RoomAccess } from './find-access.ts'

/**
 * Lets pass who may be in the session's room now, and answers its door.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function requireParticipant(context: Context, sessionId: SessionId): Promise<RoomAccess> {
  const access = await readRoomAccess(context, sessionId)
  const refusal = joinRefusal(context.actor, access)
  if (refusal) throw refuseEntry(refusal)
  return access
}

/**
 * Lets pass who may take this part of leading the session while it is open, and answers its door.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where it is over
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
 * The same for what only who leads the whole session may do.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where it is over
 */
export async function requireModeratorWhileOpen(context: Context, sessionId: SessionId): Promise<RoomAccess> {
  const access = await requireModerator(context, sessionId)
  if (!isOpen(access)) throw new Refusal('conflict', 'roomEnded')
  return access
}

/** Lets pass who leads the whole session, also once it is over, and answers its door. @throws Refusal `not_found`, `forbidden` */
export async function requireModerator(context: Context, sessionId: SessionId): Promise<RoomAccess> {
  const access = await readRoomAccess(context, sessionId)
  if (!mayModerate(context.actor, access)) throw new Refusal('forbidden', 'notYourSession')
  return access
}

/**
 * Lets read what stands in a session's room whoever is not kept out of it, also once it is over.
 * @throws Refusal `forbidden` (removed), `session_not_accessible` (not let in yet)
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

/** A closed door, as a refusal (docs/contract.md, "Room token"). */
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
