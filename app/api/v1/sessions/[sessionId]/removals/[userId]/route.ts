import { letInAgainEndpoint } from '#lib/classroom/api.ts'
import { letInAgain } from '#lib/classroom/moderation/let-in-again.ts'
import { route } from '#lib/http/route.ts'

export const DELETE = route(letInAgainEndpoint, letInAgain)
