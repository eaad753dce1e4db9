import { download } from '#lib/http/download.ts'
import { exportSeatsEndpoint } from '#lib/sessions/api.ts'
import { exportSeats } from '#lib/sessions/seats/export-seats.ts'

export const GET = download(exportSeatsEndpoint, exportSeats)
