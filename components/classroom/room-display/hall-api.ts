import { call } from '#components/classroom/api/api-client.ts'
import type { HallRoom, NewHall } from '#lib/classroom/hall/api.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'

export type HallApi = ReturnType<typeof createHallApi>

/** What a room's screen asks our API; each call throws `ApiFailure`. */
export function createHallApi() {
  const halls = '/api/v1/hall-devices'
  return {
    askForCode: () => call<NewHall>('POST', halls),
    requestToken: (secret: string) => call<RoomToken>('POST', `${halls}/token`, { secret }),
    readRoom: (secret: string) => call<HallRoom>('POST', `${halls}/room`, { secret }),
    unpair: (secret: string) => call<unknown>('POST', `${halls}/unpair`, { secret }),
  }
}
