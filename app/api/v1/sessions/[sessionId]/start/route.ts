import { route } from '#lib/http/route.ts'
import { startSessionEndpoint } from '#lib/sessions/api.ts'
import { startSession } from '#lib/sessions/lifecycle/start-session.ts'

export const POST = route(startSessionEndpoint, startSession)
