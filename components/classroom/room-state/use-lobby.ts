import type { LobbyEntry } from '#lib/classroom/room/api.ts'
import { useRoomState } from './room-services.ts'

const none: LobbyEntry[] = []

/** Who waits to be let in, for whoever may let in. */
export function useLobby(): LobbyEntry[] {
  return useRoomState((state) => state.lobby ?? none, none)
}
