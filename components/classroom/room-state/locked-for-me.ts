import { isLockedFor, type PersonInRoom } from '#lib/classroom/policy.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import type { Lock } from '#lib/kernel/enums.ts'

export type Me = { id: string; isTrainer: boolean }

/** Whether the lock applies to the viewer in this room state. */
export function isLockedForMe(lock: Lock, me: Me, state: RoomState): boolean {
  return isLockedFor(lock, meInRoom(me, state), { ...state, speakerId: state.floor?.userId ?? null })
}

/** The viewer, in the form that the room's rules expect. */
export function meInRoom({ id, isTrainer }: Me, state: RoomState): PersonInRoom {
  return {
    id,
    isModerator: isTrainer || state.assistants.some(({ userId }) => userId === id),
    isTrainer,
    exceptions: state.exceptions.find(({ userId }) => userId === id)?.locks ?? [],
    companion: false,
  }
}
