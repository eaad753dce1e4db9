import { route } from '#lib/http/route.ts'
import { cancelSessionEndpoint } from '#lib/sessions/api.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'

export const POST = route(cancelSessionEndpoint, cancelSession)
