import { exportHolidays } from '#lib/exports/export-holidays.ts'
import { exportHolidaysEndpoint } from '#lib/holidays/api.ts'
import { download } from '#lib/http/download.ts'

export const GET = download(exportHolidaysEndpoint, exportHolidays)
