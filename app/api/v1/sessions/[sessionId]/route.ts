import { route } from '#lib/http/route.ts'
import { findSessionEndpoint } from '#lib/sessions/api.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'

export const GET = route(findSessionEndpoint, findSession)
