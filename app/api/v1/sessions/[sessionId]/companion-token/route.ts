import { companionTokenEndpoint } from '#lib/classroom/api.ts'
import { issueCompanionToken } from '#lib/classroom/entry/issue-room-token.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(companionTokenEndpoint, issueCompanionToken)
