import { request } from '#components/api/request.ts'
import {
  muteRoomDisplayEndpoint,
  pairRoomDisplayEndpoint,
  unpairRoomDisplayEndpoint,
} from '#lib/classroom/room-display/endpoints.generated.ts'

export type PairingApi = ReturnType<typeof createPairingApi>

/** Requests of moderators about the room display. Each throws `ApiFailure`. */
export function createPairingApi(sessionId: string, onChange: (number: number) => void) {
  return {
    async pair(code: string): Promise<void> {
      const { number } = await request(pairRoomDisplayEndpoint, { sessionId, code })
      onChange(number)
    },
    async unpair(): Promise<void> {
      const { number } = await request(unpairRoomDisplayEndpoint, { sessionId })
      onChange(number)
    },
    mute: () => request(muteRoomDisplayEndpoint, { sessionId }),
  }
}
