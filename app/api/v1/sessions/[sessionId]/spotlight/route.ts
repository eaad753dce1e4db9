import { setSpotlightEndpoint } from '#lib/classroom/moderation/api.ts'
import { setSpotlight } from '#lib/classroom/moderation/set-spotlight.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(setSpotlightEndpoint, setSpotlight)
