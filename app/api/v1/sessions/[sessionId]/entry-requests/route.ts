import { requestEntryEndpoint } from '#lib/classroom/admission/api.ts'
import { requestEntry } from '#lib/classroom/admission/request-entry.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(requestEntryEndpoint, requestEntry)
