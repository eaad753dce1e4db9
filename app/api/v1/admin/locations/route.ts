import { route } from '#lib/http/route.ts'
import { createLocationEndpoint, listLocationsEndpoint } from '#lib/locations/api.ts'
import { createLocation } from '#lib/locations/create-location.ts'
import { listLocations } from '#lib/locations/list-locations.ts'

export const GET = route(listLocationsEndpoint, listLocations)
export const POST = route(createLocationEndpoint, createLocation)
