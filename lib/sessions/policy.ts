import type { Actor } from '#lib/context/actor.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import type { Admission, AssistantPermission, SessionStatus, SessionType } from '#lib/kernel/enums.ts'

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

/** Maximum length of a session; PostgreSQL enforces it too. */
export const LONGEST_SESSION_MS = 12 * HOUR_MS
export const LONGEST_SESSION_MINUTES = LONGEST_SESSION_MS / MINUTE_MS

/** A person in the lobby repeats the entry request; after this time without a request they have left. In ms. */
export const LOBBY_TIMEOUT_MS = 45_000

export type ActorIdentity = Pick<Actor, 'id' | 'role'>

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
