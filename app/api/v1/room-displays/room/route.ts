import { readRoomDisplayViewEndpoint } from '#lib/classroom/room-display/api.ts'
import { readRoomDisplayView } from '#lib/classroom/room-display/read-room-display-view.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(readRoomDisplayViewEndpoint, readRoomDisplayView)
