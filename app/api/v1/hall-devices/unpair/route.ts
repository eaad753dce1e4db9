import { leaveHallEndpoint } from '#lib/classroom/hall/api.ts'
import { leaveHall } from '#lib/classroom/hall/unpair-hall.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(leaveHallEndpoint, leaveHall)
