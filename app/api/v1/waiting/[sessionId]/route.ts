import { route } from '#lib/http/route.ts'
import { leaveOwnLineEndpoint } from '#lib/sessions/api.ts'
import { leaveOwnLine } from '#lib/sessions/seats/leave-own-line.ts'

export const DELETE = route(leaveOwnLineEndpoint, leaveOwnLine)
