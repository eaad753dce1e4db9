import { changeLocksEndpoint } from '#lib/classroom/moderation/api.ts'
import { changeLocks } from '#lib/classroom/moderation/change-locks.ts'
import { route } from '#lib/http/route.ts'

export const PATCH = route(changeLocksEndpoint, changeLocks)
