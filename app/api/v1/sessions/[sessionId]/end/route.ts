import { route } from '#lib/http/route.ts'
import { endSessionEndpoint } from '#lib/sessions/api.ts'
import { endSession } from '#lib/sessions/lifecycle/end-session.ts'

export const POST = route(endSessionEndpoint, endSession)
