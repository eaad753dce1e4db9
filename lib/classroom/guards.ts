import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { Context } from '#lib/context/context.ts'
import type { AssistantPermission, JoinRefusal } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { isOpen, joinRefusal, mayHelp, mayLead, type SessionAtTheDoor } from '#lib/sessions/policy.ts'
import { type Door, findDoor } from './find-door.ts'

/**
 * Lets pass who may be in the session's room now, and answers its door.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function refuseOutsider(context: Context, sessionId: SessionId): Promise<Door> {
  const door = await requireDoor(context, sessionId)
  const refusal = joinRefusal(context.actor, door)
  if (refusal) throw refuseEntry(refusal)
  return door
}

/**
 * Lets pass who may take this part of leading the session while it is open, and answers its door.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where it is over
 */
export async function refuseUnlessHelping(
  context: Context,
  sessionId: SessionId,
  help: AssistantPermission,
): Promise<Door> {
  const door = await requireDoor(context, sessionId)
  if (!mayHelp(context.actor, door, help)) throw new Refusal('forbidden', 'notYourSession')
  if (!isOpen(door)) throw new Refusal('conflict', 'roomIsOver')
  return door
}

/**
 * The same for what only who leads the whole session may do.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where it is over
 */
export async function refuseUnlessModerating(context: Context, sessionId: SessionId): Promise<Door> {
  const door = await refuseUnlessLeader(context, sessionId)
  if (!isOpen(door)) throw new Refusal('conflict', 'roomIsOver')
  return door
}

/** Lets pass who leads the whole session, also once it is over, and answers its door. @throws Refusal `not_found`, `forbidden` */
export async function refuseUnlessLeader(context: Context, sessionId: SessionId): Promise<Door> {
  const door = await requireDoor(context, sessionId)
  if (!mayLead(context.actor, door)) throw new Refusal('forbidden', 'notYourSession')
  return door
}

/**
 * Lets read what stands in a session's room whoever is not kept out of it, also once it is over.
 * @throws Refusal `forbidden` (removed), `session_not_accessible` (not let in yet)
 */
export function refuseKeptOut(actor: Pick<Actor, 'id' | 'role'>, door: SessionAtTheDoor): void {
  if (door.removed) throw refuseEntry('removed')
  if (joinRefusal(actor, door) === 'not_admitted') throw refuseEntry('not_admitted')
}

/** @throws Refusal `not_found` */
async function requireDoor(context: Context, sessionId: SessionId): Promise<Door> {
  const door = await findDoor(context, sessionId)
  if (!door) throw new Refusal('not_found', 'noSuchSession')
  return door
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
