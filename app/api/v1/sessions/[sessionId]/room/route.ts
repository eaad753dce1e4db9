import { readRoomEndpoint } from '#lib/classroom/room/api.ts'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(readRoomEndpoint, readRoom)
