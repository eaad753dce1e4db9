import { exportLocations } from '#lib/exports/export-locations.ts'
import { download } from '#lib/http/download.ts'
import { exportLocationsEndpoint } from '#lib/locations/api.ts'

export const GET = download(exportLocationsEndpoint, exportLocations)
