import { knockEndpoint } from '#lib/classroom/admission/api.ts'
import { knock } from '#lib/classroom/admission/knock.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(knockEndpoint, knock)
