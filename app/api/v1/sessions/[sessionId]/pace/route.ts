import { clearPaceEndpoint, tellPaceEndpoint } from '#lib/classroom/hands/api.ts'
import { clearPace, tellPace } from '#lib/classroom/hands/tell-pace.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(tellPaceEndpoint, tellPace)
export const DELETE = route(clearPaceEndpoint, clearPace)
