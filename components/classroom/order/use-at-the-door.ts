import { useRoomState } from '#components/classroom/follow/class-context.ts'
import type { AtTheDoor as Waiting } from '#lib/classroom/room/api.ts'

const none: Waiting[] = []

/** Who waits to be let in, for whoever may let in. */
export function useAtTheDoor(): Waiting[] {
  return useRoomState((state) => state.atTheDoor ?? none, none)
}
