import { route } from '#lib/http/route.ts'
import { listWaitlistEndpoint, removeFromWaitlistEndpoint } from '#lib/sessions/api.ts'
import { listWaitlist } from '#lib/sessions/seats/list-waitlist.ts'
import { removeFromWaitlist } from '#lib/sessions/seats/remove-from-waitlist.ts'

export const GET = route(listWaitlistEndpoint, listWaitlist)
export const DELETE = route(removeFromWaitlistEndpoint, removeFromWaitlist)
