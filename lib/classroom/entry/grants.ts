import type { Role } from '#lib/identity/actor.ts'
import type { RoomGrants } from '#lib/livekit/media.ts'

/**
 * What a place in the room lets one do. Trainers also publish data and update their own metadata; nobody gets
 * room administration in a browser. Source: contract.md, "Room token".
 */
export function grantsFor(role: Role): RoomGrants {
  const trainer = role === 'TRAINER'
  return { publish: true, subscribe: true, publishData: trainer, updateOwnMetadata: trainer }
}
