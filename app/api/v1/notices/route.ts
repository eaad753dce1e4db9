import { route } from '#lib/http/route.ts'
import { listNoticesEndpoint } from '#lib/inbox/api.ts'
import { listNotices } from '#lib/inbox/list-notices.ts'

export const GET = route(listNoticesEndpoint, listNotices)
