import { route } from '#lib/http/route.ts'
import { changeLocationEndpoint } from '#lib/locations/api.ts'
import { changeLocation } from '#lib/locations/change-location.ts'

export const PATCH = route(changeLocationEndpoint, changeLocation)
