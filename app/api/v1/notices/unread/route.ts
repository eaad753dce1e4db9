import { route } from '#lib/http/route.ts'
import { countUnreadEndpoint } from '#lib/inbox/api.ts'
import { countUnread } from '#lib/inbox/count-unread.ts'

export const GET = route(countUnreadEndpoint, countUnread)
