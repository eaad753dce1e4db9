import { reactEndpoint } from '#lib/classroom/hands/api.ts'
import { react } from '#lib/classroom/hands/react.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(reactEndpoint, react)
