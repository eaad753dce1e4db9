import { unpairFromDisplayEndpoint } from '#lib/classroom/room-display/api.ts'
import { unpairFromDisplay } from '#lib/classroom/room-display/unpair-room-display.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(unpairFromDisplayEndpoint, unpairFromDisplay)
