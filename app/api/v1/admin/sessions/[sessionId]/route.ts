import { route } from '#lib/http/route.ts'
import { changeSessionEndpoint } from '#lib/sessions/api.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'

export const PATCH = route(changeSessionEndpoint, changeSession)
