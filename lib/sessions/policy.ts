import type { Actor } from '#lib/identity/actor.ts'

export type SessionStatus = 'scheduled' | 'in_progress' | 'completed' | 'cancelled'
export type SessionType = 'online' | 'offline'

export type JoinRefusal = 'not-yours' | 'removed' | 'cancelled' | 'completed' | 'not-started'

/** What the rules about one session and one actor look at. */
export type SessionAtTheDoor = {
  status: SessionStatus
  sessionType: SessionType
  trainerId: string
  /** Whether the actor holds a seat. */
  seated: boolean
  /** Whether the actor was removed and not let in again. */
  removed: boolean
}

export type Abilities = {
  canJoin: boolean
  canStart: boolean
  canEnd: boolean
  /** Remove somebody from the room, and let them in again. */
  canModerate: boolean
  /** Reschedule, cancel, seat, change trainer. */
  canChange: boolean
}

/** No session is longer; PostgreSQL holds it too. In ms. */
export const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000

type Who = Pick<Actor, 'id' | 'role'>

/** A trainer teaches the sessions they are assigned to. */
export function teaches(actor: Who, session: Pick<SessionAtTheDoor, 'trainerId'>): boolean {
  return actor.role === 'TRAINER' && session.trainerId === actor.id
}

/** A place in the room is a student's seat or the trainer's assignment; admins look, but do not enter. */
export function hasPlaceIn(session: SessionAtTheDoor, actor: Who): boolean {
  return teaches(actor, session) || (actor.role === 'STUDENT' && session.seated)
}

/** Who may look at a session: whoever has a place in it, and admins. */
export function maySee(actor: Who, session: SessionAtTheDoor): boolean {
  return actor.role === 'ADMIN' || hasPlaceIn(session, actor)
}

/**
 * Why the actor may not enter the session's room now, or null where the door is open.
 * Online sessions are open while scheduled; offline ones once their trainer has started them.
 * Source: contract.md, "Room token".
 */
export function joinRefusal(actor: Who, session: SessionAtTheDoor): JoinRefusal | null {
  if (!hasPlaceIn(session, actor)) return 'not-yours'
  if (session.removed) return 'removed'
  switch (session.status) {
    case 'cancelled':
    case 'completed':
      return session.status
    case 'scheduled':
      return session.sessionType === 'offline' ? 'not-started' : null
    case 'in_progress':
      return null
  }
}

/** Its trainer leads a session; an admin may start and end it too. */
export function mayLead(actor: Who, session: Pick<SessionAtTheDoor, 'trainerId'>): boolean {
  return actor.role === 'ADMIN' || teaches(actor, session)
}

/** Only admins plan. */
export function mayPlan(actor: Who): boolean {
  return actor.role === 'ADMIN'
}

/** It runs or is still to come, and holds its trainer, its location and its seats. */
export function isOpen({ status }: Pick<SessionAtTheDoor, 'status'>): boolean {
  return status === 'scheduled' || status === 'in_progress'
}

/** What the actor may do with the session now; pages and clients offer just this. */
export function abilitiesOf(actor: Who, session: SessionAtTheDoor): Abilities {
  const open = isOpen(session)
  return {
    canJoin: joinRefusal(actor, session) === null,
    canStart: mayLead(actor, session) && session.status === 'scheduled',
    canEnd: mayLead(actor, session) && session.status === 'in_progress',
    canModerate: mayLead(actor, session) && open,
    canChange: mayPlan(actor) && open,
  }
}
