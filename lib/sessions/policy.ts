import type { Actor } from '#lib/context/actor.ts'
import type {
  Admission,
  AssistantPermission,
  JoinRefusal,
  SessionStatus,
  SessionType,
} from '#lib/kernel/enums.ts'

/** What the rules about one session and one actor look at. */
export type SessionAccess = {
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
  canManageHands: boolean
  canMute: boolean
  canLock: boolean
  canRemoveMessages: boolean
  /** Reschedule, cancel, seat, change trainer. */
  canChange: boolean
}

/** No session is longer; PostgreSQL holds it too. In ms. */
export const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000

/** Who waits at the door says so again and again; who was silent for longer is gone. In ms. */
export const LOBBY_TIMEOUT_MS = 45_000

type ActorIdentity = Pick<Actor, 'id' | 'role'>

/** A trainer teaches the sessions they are assigned to. */
export function isTrainer(actor: ActorIdentity, session: Pick<SessionAccess, 'trainerId'>): boolean {
  return actor.role === 'TRAINER' && session.trainerId === actor.id
}

/**
 * A place in the room is a student's seat, the trainer's assignment or that of another trainer who assists; admins
 * look, but do not enter.
 */
export function isMember(
  session: Pick<SessionAccess, 'trainerId' | 'seated' | 'assistantPermissions'>,
  actor: ActorIdentity,
): boolean {
  if (actor.role === 'TRAINER') return isTrainer(actor, session) || session.assistantPermissions.length > 0
  return actor.role === 'STUDENT' && session.seated
}

/** Whoever leads the session in part or in whole, from inside. */
export function isModerator(actor: ActorIdentity, session: SessionAccess): boolean {
  return isMember(session, actor) && (isTrainer(actor, session) || session.assistantPermissions.length > 0)
}

/** Who may look at a session: whoever has a place in it, and admins. */
export function maySee(actor: ActorIdentity, session: SessionAccess): boolean {
  return actor.role === 'ADMIN' || isMember(session, actor)
}

/**
 * Why the actor may not enter the session's room now, or null where the door is open.
 * Online sessions are open while scheduled; offline ones once their trainer has started them.
 * Source: docs/contract.md, "Room token".
 */
export function joinRefusal(actor: ActorIdentity, session: SessionAccess): JoinRefusal | null {
  if (!isMember(session, actor)) return 'not_yours'
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

function admissionRefusal(actor: ActorIdentity, session: SessionAccess): JoinRefusal | null {
  if (session.admission !== 'lobby' || session.admitted || isModerator(actor, session)) return null
  return 'not_admitted'
}

/** Its trainer leads a session; an admin may start and end it too. */
export function mayModerate(actor: ActorIdentity, session: Pick<SessionAccess, 'trainerId'>): boolean {
  return actor.role === 'ADMIN' || isTrainer(actor, session)
}

/** Whether the actor may take a part of leading: who leads may take each, an assistant those that they were given. */
export function mayAssist(
  actor: ActorIdentity,
  session: SessionAccess,
  permission: AssistantPermission,
): boolean {
  return (
    mayModerate(actor, session) ||
    (isModerator(actor, session) && session.assistantPermissions.includes(permission))
  )
}

/**
 * Whether the actor sees who has a seat: who leads does, another trainer who assists, and a student who admits, as the
 * door cannot be kept without names. Other parts need no list of the class.
 */
export function maySeeSeats(actor: ActorIdentity, session: SessionAccess): boolean {
  if (mayModerate(actor, session)) return true
  return (
    isModerator(actor, session) &&
    (actor.role === 'TRAINER' || session.assistantPermissions.includes('admit'))
  )
}

/** Only admins plan. */
export function mayPlan(actor: ActorIdentity): boolean {
  return actor.role === 'ADMIN'
}

/** It runs or is still to come, and holds its trainer, its location and its seats. */
export function isOpen({ status }: Pick<SessionAccess, 'status'>): boolean {
  return status === 'scheduled' || status === 'in_progress'
}

/** What the actor may do with the session now; pages and clients offer just this. */
export function abilitiesOf(actor: ActorIdentity, session: SessionAccess): Abilities {
  const open = isOpen(session)
  return {
    canJoin: joinRefusal(actor, session) === null,
    canStart: mayModerate(actor, session) && session.status === 'scheduled',
    canEnd: mayModerate(actor, session) && session.status === 'in_progress',
    canModerate: mayModerate(actor, session) && open,
    canAdmit: mayAssist(actor, session, 'admit') && open,
    canManageHands: mayAssist(actor, session, 'hands') && open,
    canMute: mayAssist(actor, session, 'mute') && open,
    canLock: mayAssist(actor, session, 'locks') && open,
    canRemoveMessages: mayAssist(actor, session, 'messages') && open,
    canChange: mayPlan(actor) && open,
  }
}
