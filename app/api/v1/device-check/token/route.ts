import { checkTokenEndpoint } from '#lib/device-check/api.ts'
import { issueCheckToken } from '#lib/device-check/issue-check-token.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(checkTokenEndpoint, issueCheckToken)
