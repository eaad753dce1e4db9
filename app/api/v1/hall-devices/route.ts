import { createHallEndpoint } from '#lib/classroom/hall/api.ts'
import { createHall } from '#lib/classroom/hall/create-hall.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(createHallEndpoint, createHall)
