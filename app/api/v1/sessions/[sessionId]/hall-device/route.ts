import { pairHallEndpoint, unpairHallEndpoint } from '#lib/classroom/hall/api.ts'
import { pairHall } from '#lib/classroom/hall/pair-hall.ts'
import { unpairHall } from '#lib/classroom/hall/unpair-hall.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(pairHallEndpoint, pairHall)
export const DELETE = route(unpairHallEndpoint, unpairHall)
