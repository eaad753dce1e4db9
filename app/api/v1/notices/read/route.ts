import { route } from '#lib/http/route.ts'
import { markReadEndpoint } from '#lib/inbox/api.ts'
import { markRead } from '#lib/inbox/mark-read.ts'

export const POST = route(markReadEndpoint, markRead)
