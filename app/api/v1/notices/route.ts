import { route } from '#lib/http/route.ts'
import { listNoticesEndpoint } from '#lib/notices/api.ts'
import { listNotices } from '#lib/notices/list-notices.ts'

export const GET = route(listNoticesEndpoint, listNotices)
