import type { Actor } from '#lib/context/actor.ts'
import { type Admission, type Lock, locks } from '#lib/kernel/enums.ts'
import { isModerator, type SessionAccess } from '#lib/sessions/policy.ts'

/** The known locks among the stored values. */
export function locksOf(stored: readonly string[]): Lock[] {
  return locks.filter((lock) => stored.includes(lock))
}

/** The rules of a room that decide what participants may do. */
export type RoomRules = {
  /** Students may take part: the class is not supervised, or one of its trainers is inside. */
  classStarted: boolean
  locks: readonly Lock[]
  /** The current speaker, chosen by a moderator. */
  speakerId: string | null
}

/** Locks of a new room. Same as the default of the column. */
export const LOCKED_AT_FIRST: readonly Lock[] = ['screen']

/** The stored row of a room; null if nothing has changed in it yet. */
type StoredRoom = { locks: string[]; startedAt: Date | null; speakerId: string | null } | null

/** The rules of a room, from the admission of its class and its stored row. */
export function roomRules(admission: Admission, room: StoredRoom): RoomRules & { locks: Lock[] } {
  return {
    classStarted: admission !== 'supervised' || Boolean(room?.startedAt),
    locks: locksOf(room?.locks ?? LOCKED_AT_FIRST),
    speakerId: room?.speakerId ?? null,
  }
}

export type PersonInRoom = {
  id: string
  /** The session's trainer or an assistant. */
  isModerator: boolean
  isTrainer: boolean
  exceptions: readonly Lock[]
  /** The second screen of a participant who attends in person; it only receives. */
  companion: boolean
}

/** The person as a participant of the session's room. */
export function personInRoom(
  actor: Pick<Actor, 'id' | 'role'>,
  session: SessionAccess,
  { exceptions, companion = false }: { exceptions: readonly Lock[]; companion?: boolean },
): PersonInRoom {
  return {
    id: actor.id,
    isModerator: isModerator(actor, session),
    isTrainer: actor.role === 'TRAINER',
    exceptions,
    companion,
  }
}

/** Whether the lock applies to the person. The current speaker may use the microphone despite a lock. */
export function isLockedFor(
  lock: Lock,
  { id, isModerator, exceptions }: PersonInRoom,
  room: RoomRules,
): boolean {
  if (isModerator || !room.locks.includes(lock) || exceptions.includes(lock)) return false
  return lock !== 'microphone' || room.speakerId !== id
}

/** Whether the person publishes and subscribes: students of a supervised class only once it has started. */
export function takesPart(
  { isModerator }: Pick<PersonInRoom, 'isModerator'>,
  { classStarted }: Pick<RoomRules, 'classStarted'>,
): boolean {
  return isModerator || classStarted
}
