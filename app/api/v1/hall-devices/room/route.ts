import { readHallRoomEndpoint } from '#lib/classroom/hall/api.ts'
import { readHallRoom } from '#lib/classroom/hall/read-hall-room.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(readHallRoomEndpoint, readHallRoom)
