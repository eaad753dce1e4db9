import { route } from '#lib/http/route.ts'
import { leaveWaitlistEndpoint } from '#lib/sessions/api.ts'
import { leaveWaitlist } from '#lib/sessions/seats/leave-waitlist.ts'

export const DELETE = route(leaveWaitlistEndpoint, leaveWaitlist)
