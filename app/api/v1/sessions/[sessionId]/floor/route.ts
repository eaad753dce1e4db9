import { grantFloorEndpoint, takeBackFloorEndpoint } from '#lib/classroom/hands/api.ts'
import { grantFloor, takeBackFloor } from '#lib/classroom/hands/grant-floor.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(grantFloorEndpoint, grantFloor)
export const DELETE = route(takeBackFloorEndpoint, takeBackFloor)
