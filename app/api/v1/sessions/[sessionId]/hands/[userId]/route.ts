import { lowerHandEndpoint } from '#lib/classroom/hands/api.ts'
import { lowerHand } from '#lib/classroom/hands/lower-hands.ts'
import { route } from '#lib/http/route.ts'

export const DELETE = route(lowerHandEndpoint, lowerHand)
