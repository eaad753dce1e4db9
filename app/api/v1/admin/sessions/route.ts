import { route } from '#lib/http/route.ts'
import { createSessionEndpoint } from '#lib/sessions/api.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'

export const POST = route(createSessionEndpoint, createSession)
