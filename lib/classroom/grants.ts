import { type TrackSource, trackSources } from '#lib/kernel/enums.ts'
import type { RoomGrants } from '#lib/livekit/media.ts'
import { isLockedFor, type PersonInRoom, type RoomRules, takesPart } from './policy.ts'

/**
 * Grants of a person in the room now. Trainers also publish data and update their own metadata; no browser gets
 * room administration. Source: docs/contract.md, "Room token".
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
 * Grants of a token. A token grants as much before the start of the class as after it, because it is valid for 2
 * hours and more. Early participants are restricted inside the room (reconcile-room).
 */
export function grantsOfToken(room: Omit<RoomRules, 'classStarted'>, person: PersonInRoom): RoomGrants {
  return grantsIn({ ...room, classStarted: true }, person)
}

/** Whether two grants allow the same. */
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
