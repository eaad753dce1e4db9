import { exportSeats } from '#lib/exports/export-seats.ts'
import { download } from '#lib/http/download.ts'
import { exportSeatsEndpoint } from '#lib/sessions/api.ts'

export const GET = download(exportSeatsEndpoint, exportSeats)
