import type { Actor } from '#lib/context/actor.ts'
import type {
  Admission,
  AssistantPermission,
  JoinRefusal,
  SessionStatus,
  SessionType,
} from '#lib/kernel/enums.ts'

/** Access facts of one actor for one session. */
export type SessionAccess = {
  status: SessionStatus
  sessionType: SessionType
  trainerId: string
  /** Whether the actor holds a seat. */
  seated: boolean
  /** Whether the actor was removed and not allowed to rejoin. */
  removed: boolean
  admission: Admission
  /** Whether the actor was admitted, if admission is `lobby`. */
  admitted: boolean
  /** The actor's permissions as an assistant. */
  assistantPermissions: readonly AssistantPermission[]
}

export type Abilities = {
  canJoin: boolean
  canStart: boolean
  canEnd: boolean
  /** Remove participants and allow them to rejoin; choose assistants; spotlight for everyone. */
  canModerate: boolean
  canAdmit: boolean
  /** Lower hands, grant the floor and take it back. */
  canManageHands: boolean
  canMute: boolean
  canLock: boolean
  canRemoveMessages: boolean
  /** Reschedule, cancel, seat, change trainer. */
  canChange: boolean
}

/** Maximum length of a session; PostgreSQL enforces it too. In ms. */
export const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000

/** A person in the lobby repeats the entry request; after this time without a request they have left. In ms. */
export const LOBBY_TIMEOUT_MS = 45_000

type ActorIdentity = Pick<Actor, 'id' | 'role'>

/** Whether the actor is the session's assigned trainer. */
export function isTrainer(actor: ActorIdentity, session: Pick<SessionAccess, 'trainerId'>): boolean {
  return actor.role === 'TRAINER' && session.trainerId === actor.id
}

/**
 * Members are students with a seat, the assigned trainer, and other trainers who assist. Admins may look, but not
 * enter.
 */
export function isMember(
  session: Pick<SessionAccess, 'trainerId' | 'seated' | 'assistantPermissions'>,
  actor: ActorIdentity,
): boolean {
  if (actor.role === 'TRAINER') return isTrainer(actor, session) || session.assistantPermissions.length > 0
  return actor.role === 'STUDENT' && session.seated
}

/** Members who moderate the session, as a whole or in part. */
export function isModerator(actor: ActorIdentity, session: SessionAccess): boolean {
  return isMember(session, actor) && (isTrainer(actor, session) || session.assistantPermissions.length > 0)
}

/** Members and admins may see a session. */
export function maySee(actor: ActorIdentity, session: SessionAccess): boolean {
  return actor.role === 'ADMIN' || isMember(session, actor)
}

/**
 * Why the actor may not enter the session's room now, or null if they may.
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

/** The trainer moderates the whole session; admins may too, and may start and end it. */
export function mayModerate(actor: ActorIdentity, session: Pick<SessionAccess, 'trainerId'>): boolean {
  return actor.role === 'ADMIN' || isTrainer(actor, session)
}

/**
 * Whether the actor may do a part of moderation: the trainer and admins any, assistants the parts granted to them.
 */
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
 * Whether the actor sees who has a seat: the trainer, admins, assisting trainers, and students who may admit, as
 * admitting from the lobby needs names. Other permissions need no class list.
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

/** Whether the session is scheduled or running; then it holds its trainer, location and seats. */
export function isOpen({ status }: Pick<SessionAccess, 'status'>): boolean {
  return status === 'scheduled' || status === 'in_progress'
}

/** What the actor may do with the session now; pages and clients offer exactly this. */
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
