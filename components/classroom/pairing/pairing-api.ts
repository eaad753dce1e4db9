import { request } from '#components/api/request.ts'
import {
  muteRoomDisplayEndpoint,
  pairRoomDisplayEndpoint,
  unpairRoomDisplayEndpoint,
} from '#lib/classroom/room-display/endpoints.generated.ts'

export type PairingApi = ReturnType<typeof createPairingApi>

/** Requests of moderators about the room display. Each throws `ApiFailure`. */
export function createPairingApi(sessionId: string, onChange: () => void) {
  return {
    async pair(code: string): Promise<void> {
      await request(pairRoomDisplayEndpoint, { sessionId, code })
      onChange()
    },
    async unpair(): Promise<void> {
      await request(unpairRoomDisplayEndpoint, { sessionId })
      onChange()
    },
    mute: () => request(muteRoomDisplayEndpoint, { sessionId }),
  }
}
