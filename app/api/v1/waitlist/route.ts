import { route } from '#lib/http/route.ts'
import { listOwnWaitlistEntriesEndpoint } from '#lib/sessions/api.ts'
import { listOwnWaitlistEntries } from '#lib/sessions/seats/list-own-waitlist-entries.ts'

export const GET = route(listOwnWaitlistEntriesEndpoint, listOwnWaitlistEntries)
