import { request } from '#components/api/request.ts'
import {
  createRoomDisplayEndpoint,
  readRoomDisplayViewEndpoint,
  roomDisplayTokenEndpoint,
  unpairFromDisplayEndpoint,
} from '#lib/classroom/room-display/endpoints.generated.ts'

export type DisplayApi = typeof displayApi

/** Requests of a room display. Each throws `ApiFailure`. */
export const displayApi = {
  requestCode: () => request(createRoomDisplayEndpoint, {}),
  requestToken: (secret: string) => request(roomDisplayTokenEndpoint, { secret }),
  readRoom: (secret: string) => request(readRoomDisplayViewEndpoint, { secret }),
  unpair: (secret: string) => request(unpairFromDisplayEndpoint, { secret }),
}
