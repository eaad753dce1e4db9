import { download } from '#lib/http/download.ts'
import { exportLocationsEndpoint } from '#lib/locations/api.ts'
import { exportLocations } from '#lib/locations/export-locations.ts'

export const GET = download(exportLocationsEndpoint, exportLocations)
