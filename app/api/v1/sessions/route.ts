import { route } from '#lib/http/route.ts'
import { listSessionsEndpoint } from '#lib/sessions/api.ts'
import { listSessions } from '#lib/sessions/reading/list-sessions.ts'

export const GET = route(listSessionsEndpoint, listSessions)
