import { pairRoomDisplayEndpoint, unpairRoomDisplayEndpoint } from '#lib/classroom/room-display/api.ts'
import { pairRoomDisplay } from '#lib/classroom/room-display/pair-room-display.ts'
import { unpairRoomDisplay } from '#lib/classroom/room-display/unpair-room-display.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(pairRoomDisplayEndpoint, pairRoomDisplay)
export const DELETE = route(unpairRoomDisplayEndpoint, unpairRoomDisplay)
