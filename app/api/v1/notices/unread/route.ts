import { route } from '#lib/http/route.ts'
import { countUnreadEndpoint } from '#lib/notices/api.ts'
import { countUnread } from '#lib/notices/count-unread.ts'

export const GET = route(countUnreadEndpoint, countUnread)
