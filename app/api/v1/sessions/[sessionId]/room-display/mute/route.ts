import { muteRoomDisplayEndpoint } from '#lib/classroom/room-display/api.ts'
import { muteRoomDisplay } from '#lib/classroom/room-display/mute-room-display.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(muteRoomDisplayEndpoint, muteRoomDisplay)
