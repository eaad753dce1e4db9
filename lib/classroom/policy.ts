import type { Actor } from '#lib/context/actor.ts'
import { type Admission, type Lock, locks, type TrackSource, trackSources } from '#lib/kernel/enums.ts'
import type { RoomGrants } from '#lib/livekit/media.ts'
import { isModerator, type SessionAccess } from '#lib/sessions/policy.ts'

/** What is stored of locks. */
export function locksOf(stored: readonly string[]): Lock[] {
  return locks.filter((lock) => stored.includes(lock))
}

/** How a session's room stands, as far as it decides what one may do in it. */
export type RoomRules = {
  /** Students may take part: nobody has to be inside first, or somebody who leads is. */
  classStarted: boolean
  locks: readonly Lock[]
  /** Who was given the word. */
  speakerId: string | null
}

/** What is locked before anybody has changed it; the column's default says the same. */
export const LOCKED_AT_FIRST: readonly Lock[] = ['screen']

/** What is stored of a room, null where nothing has happened there yet. */
type StoredRoom = { locks: string[]; startedAt: Date | null; speakerId: string | null } | null

/** How a room stands, by how students come in and by what is stored. */
export function roomRules(admission: Admission, room: StoredRoom): RoomRules & { locks: Lock[] } {
  return {
    classStarted: admission !== 'supervised' || Boolean(room?.startedAt),
    locks: locksOf(room?.locks ?? LOCKED_AT_FIRST),
    speakerId: room?.speakerId ?? null,
  }
}

export type PersonInRoom = {
  id: string
  /** The session's trainer, and whoever assists. */
  isModerator: boolean
  isTrainer: boolean
  exceptions: readonly Lock[]
  /** What one brought into the room: it shows, and sends nothing. */
  companion: boolean
}

/** Somebody at the door of a session, as the room sees them inside. */
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

/** Whether the lock holds for the person; who has the word may speak whatever is locked. */
export function isLockedFor(
  lock: Lock,
  { id, isModerator, exceptions }: PersonInRoom,
  room: RoomRules,
): boolean {
  if (isModerator || !room.locks.includes(lock) || exceptions.includes(lock)) return false
  return lock !== 'microphone' || room.speakerId !== id
}

/** Whether one sends and receives: students of a supervised class only once it has begun. */
export function takesPart(
  { isModerator }: Pick<PersonInRoom, 'isModerator'>,
  { classStarted }: Pick<RoomRules, 'classStarted'>,
): boolean {
  return isModerator || classStarted
}

/**
 * What a place in the room lets one do now. Trainers also publish data and update their own metadata; nobody gets
 * room administration in a browser. Source: docs/contract.md, "Room token".
 */
export function grantsIn(room: RoomRules, person: PersonInRoom): RoomGrants {
  const participates = takesPart(person, room)
  const isTrainer = person.isTrainer && !person.companion
  return {
    publish:
      participates && !person.companion
        ? trackSources.filter((source) => !isLockedFor(source, person, room))
        : [],
    subscribe: participates,
    publishData: isTrainer,
    updateOwnMetadata: isTrainer,
  }
}

/**
 * What a token grants. Until the class has begun it grants as much as afterwards, because it is good for 2 hours and
 * more; whoever comes in early is held back inside (reconcile-room).
 */
export function grantsOfToken(room: Omit<RoomRules, 'classStarted'>, person: PersonInRoom): RoomGrants {
  return grantsIn({ ...room, classStarted: true }, person)
}

/** Whether two grants let one do the same. */
export function isSameGrants(left: RoomGrants, right: RoomGrants): boolean {
  return (
    left.subscribe === right.subscribe &&
    left.publishData === right.publishData &&
    left.updateOwnMetadata === right.updateOwnMetadata &&
    trackSources.every(
      (source: TrackSource) => left.publish.includes(source) === right.publish.includes(source),
    )
  )
}
