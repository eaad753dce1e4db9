import { createRoomDisplayEndpoint } from '#lib/classroom/room-display/api.ts'
import { createRoomDisplay } from '#lib/classroom/room-display/create-room-display.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(createRoomDisplayEndpoint, createRoomDisplay)
