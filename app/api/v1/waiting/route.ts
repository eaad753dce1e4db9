import { route } from '#lib/http/route.ts'
import { listOwnWaitsEndpoint } from '#lib/sessions/api.ts'
import { listOwnWaits } from '#lib/sessions/seats/list-own-waits.ts'

export const GET = route(listOwnWaitsEndpoint, listOwnWaits)
