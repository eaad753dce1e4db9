import { isLockedFor, type Lock } from '#lib/classroom/policy.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'

type Me = { id: string; isTrainer: boolean }

/** Whether the lock holds for oneself, as the room stands. */
export function isLockedForMe(lock: Lock, { id, isTrainer }: Me, state: RoomState): boolean {
  const person = {
    id,
    leads: isTrainer || state.assistants.some(({ userId }) => userId === id),
    trains: isTrainer,
    exceptions: state.exceptions.find(({ userId }) => userId === id)?.locks ?? [],
    companion: false,
  }
  return isLockedFor(lock, person, { ...state, wordId: state.word?.userId ?? null })
}
