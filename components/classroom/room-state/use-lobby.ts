import type { LobbyEntry } from '#lib/classroom/room/api.ts'
import { useRoomState } from './room-services.ts'

const none: LobbyEntry[] = []

/** People in the lobby. Empty for users who may not admit. */
export function useLobby(): LobbyEntry[] {
  return useRoomState((state) => state.lobby ?? none, none)
}
