import { muteHallEndpoint } from '#lib/classroom/hall/api.ts'
import { muteHall } from '#lib/classroom/hall/mute-hall.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(muteHallEndpoint, muteHall)
