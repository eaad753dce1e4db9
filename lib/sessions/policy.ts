import type { Actor } from '#lib/context/actor.ts'
import type {
  Admission,
  AssistantPermission,
  JoinRefusal,
  SessionStatus,
  SessionType,
} from '#lib/kernel/enums.ts'

/** What the rules about one session and one actor look at. */
export type SessionAtTheDoor = {
  status: SessionStatus
  sessionType: SessionType
  trainerId: string
  /** Whether the actor holds a seat. */
  seated: boolean
  /** Whether the actor was removed and not let in again. */
  removed: boolean
  admission: Admission
  /** Whether the actor was let in, where the trainer lets in one by one. */
  admitted: boolean
  /** What the actor may do as an assistant. */
  assistantPermissions: readonly AssistantPermission[]
}

export type Abilities = {
  canJoin: boolean
  canStart: boolean
  canEnd: boolean
  /** Remove somebody from the room, and let them in again; choose assistants; put somebody large for all. */
  canModerate: boolean
  canAdmit: boolean
  /** Lower hands, give the word and take it back. */
  canLeadHands: boolean
  canMute: boolean
  canLock: boolean
  canRemoveMessages: boolean
  /** Reschedule, cancel, seat, change trainer. */
  canChange: boolean
}

/** No session is longer; PostgreSQL holds it too. In ms. */
export const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000

/** Who waits at the door says so again and again; who was silent for longer is gone. In ms. */
export const AT_THE_DOOR_FOR_MS = 45_000

type Who = Pick<Actor, 'id' | 'role'>

/** A trainer teaches the sessions they are assigned to. */
export function teaches(actor: Who, session: Pick<SessionAtTheDoor, 'trainerId'>): boolean {
  return actor.role === 'TRAINER' && session.trainerId === actor.id
}

/**
 * A place in the room is a student's seat, the trainer's assignment or that of another trainer who assists; admins
 * look, but do not enter.
 */
export function hasPlaceIn(
  session: Pick<SessionAtTheDoor, 'trainerId' | 'seated' | 'assistantPermissions'>,
  actor: Who,
): boolean {
  if (actor.role === 'TRAINER') return teaches(actor, session) || session.assistantPermissions.length > 0
  return actor.role === 'STUDENT' && session.seated
}

/** Whoever leads the session in part or in whole, from inside. */
export function leadsInside(actor: Who, session: SessionAtTheDoor): boolean {
  return hasPlaceIn(session, actor) && (teaches(actor, session) || session.assistantPermissions.length > 0)
}

/** Who may look at a session: whoever has a place in it, and admins. */
export function maySee(actor: Who, session: SessionAtTheDoor): boolean {
  return actor.role === 'ADMIN' || hasPlaceIn(session, actor)
}

/**
 * Why the actor may not enter the session's room now, or null where the door is open.
 * Online sessions are open while scheduled; offline ones once their trainer has started them.
 * Source: docs/contract.md, "Room token".
 */
export function joinRefusal(actor: Who, session: SessionAtTheDoor): JoinRefusal | null {
  if (!hasPlaceIn(session, actor)) return 'not_yours'
  if (session.removed) return 'removed'
  switch (session.status) {
    case 'cancelled':
    case 'completed':
      return session.status
    case 'scheduled':
      return session.sessionType === 'offline' ? 'not_started' : admissionRefusal(actor, session)
    case 'in_progress':
      return admissionRefusal(actor, session)
  }
}

function admissionRefusal(actor: Who, session: SessionAtTheDoor): JoinRefusal | null {
  if (session.admission !== 'lobby' || session.admitted || leadsInside(actor, session)) return null
  return 'not_admitted'
}

/** Its trainer leads a session; an admin may start and end it too. */
export function mayLead(actor: Who, session: Pick<SessionAtTheDoor, 'trainerId'>): boolean {
  return actor.role === 'ADMIN' || teaches(actor, session)
}

/** Whether the actor may take a part of leading: who leads may take each, an assistant those that they were given. */
export function mayHelp(actor: Who, session: SessionAtTheDoor, help: AssistantPermission): boolean {
  return (
    mayLead(actor, session) || (leadsInside(actor, session) && session.assistantPermissions.includes(help))
  )
}

/**
 * Whether the actor sees who has a seat: who leads does, another trainer who assists, and a student who admits, as the
 * door cannot be kept without names. Other parts need no list of the class.
 */
export function seesPeople(actor: Who, session: SessionAtTheDoor): boolean {
  if (mayLead(actor, session)) return true
  return (
    leadsInside(actor, session) &&
    (actor.role === 'TRAINER' || session.assistantPermissions.includes('admit'))
  )
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
    canAdmit: mayHelp(actor, session, 'admit') && open,
    canLeadHands: mayHelp(actor, session, 'hands') && open,
    canMute: mayHelp(actor, session, 'mute') && open,
    canLock: mayHelp(actor, session, 'locks') && open,
    canRemoveMessages: mayHelp(actor, session, 'messages') && open,
    canChange: mayPlan(actor) && open,
  }
}
