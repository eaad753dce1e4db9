import type { AtTheDoor as Waiting } from '#lib/classroom/room/api.ts'
import { useRoomState } from './class-context.ts'

const none: Waiting[] = []

/** Who waits to be let in, for whoever may let in. */
export function useAtTheDoor(): Waiting[] {
  return useRoomState((state) => state.atTheDoor ?? none, none)
}
