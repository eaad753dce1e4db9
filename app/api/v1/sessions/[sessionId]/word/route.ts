import { giveWordEndpoint, takeWordBackEndpoint } from '#lib/classroom/hands/api.ts'
import { giveWord, takeWordBack } from '#lib/classroom/hands/give-word.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(giveWordEndpoint, giveWord)
export const DELETE = route(takeWordBackEndpoint, takeWordBack)
