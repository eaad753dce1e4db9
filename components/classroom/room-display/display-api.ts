import { call } from '#components/classroom/api/api-client.ts'
import type { NewRoomDisplay, RoomDisplayView } from '#lib/classroom/room-display/api.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'

export type DisplayApi = ReturnType<typeof createDisplayApi>

/** API requests of a room display. Each throws `ApiFailure`. */
export function createDisplayApi() {
  const displaysPath = '/api/v1/room-displays'
  return {
    requestCode: () => call<NewRoomDisplay>('POST', displaysPath),
    requestToken: (secret: string) => call<RoomToken>('POST', `${displaysPath}/token`, { secret }),
    readRoom: (secret: string) => call<RoomDisplayView>('POST', `${displaysPath}/room`, { secret }),
    unpair: (secret: string) => call<unknown>('POST', `${displaysPath}/unpair`, { secret }),
  }
}
