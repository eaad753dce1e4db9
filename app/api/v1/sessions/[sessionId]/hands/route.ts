import { lowerHandsEndpoint, raiseHandEndpoint } from '#lib/classroom/hands/api.ts'
import { lowerHands } from '#lib/classroom/hands/lower-hands.ts'
import { raiseHand } from '#lib/classroom/hands/raise-hand.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(raiseHandEndpoint, raiseHand)
export const DELETE = route(lowerHandsEndpoint, lowerHands)
