import { route } from '#lib/http/route.ts'
import { markReadEndpoint } from '#lib/notices/api.ts'
import { markRead } from '#lib/notices/mark-read.ts'

export const POST = route(markReadEndpoint, markRead)
