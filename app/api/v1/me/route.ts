import { route } from '#lib/http/route.ts'
import { meEndpoint } from '#lib/identity/api.ts'
import { describeActor } from '#lib/identity/describe-actor.ts'

export const GET = route(meEndpoint, describeActor)
