import { route } from '#lib/http/route.ts'
import { listWaitingEndpoint, takeOutOfLineEndpoint } from '#lib/sessions/api.ts'
import { listWaiting } from '#lib/sessions/seats/list-waiting.ts'
import { takeOutOfLine } from '#lib/sessions/seats/take-out-of-line.ts'

export const GET = route(listWaitingEndpoint, listWaiting)
export const DELETE = route(takeOutOfLineEndpoint, takeOutOfLine)
