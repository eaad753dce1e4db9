import { listColleaguesEndpoint } from '#lib/classroom/moderation/api.ts'
import { listColleagues } from '#lib/classroom/moderation/list-colleagues.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(listColleaguesEndpoint, listColleagues)
