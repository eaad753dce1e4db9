import { clearPaceEndpoint, sendPaceEndpoint } from '#lib/classroom/hands/api.ts'
import { clearPace, sendPace } from '#lib/classroom/hands/send-pace.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(sendPaceEndpoint, sendPace)
export const DELETE = route(clearPaceEndpoint, clearPace)
