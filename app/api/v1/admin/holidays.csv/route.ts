import { exportHolidaysEndpoint } from '#lib/holidays/api.ts'
import { exportHolidays } from '#lib/holidays/export-holidays.ts'
import { download } from '#lib/http/download.ts'

export const GET = download(exportHolidaysEndpoint, exportHolidays)
