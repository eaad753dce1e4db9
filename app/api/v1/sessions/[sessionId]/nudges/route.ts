import { nudgeEndpoint } from '#lib/classroom/admission/api.ts'
import { nudge } from '#lib/classroom/admission/nudge.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(nudgeEndpoint, nudge)
