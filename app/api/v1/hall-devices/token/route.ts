import { hallTokenEndpoint } from '#lib/classroom/hall/api.ts'
import { issueHallToken } from '#lib/classroom/hall/issue-hall-token.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(hallTokenEndpoint, issueHallToken)
