import { addHolidayEndpoint, listHolidaysEndpoint } from '#lib/holidays/api.ts'
import { addHoliday } from '#lib/holidays/change-holidays.ts'
import { listHolidays } from '#lib/holidays/list-holidays.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(listHolidaysEndpoint, listHolidays)
export const POST = route(addHolidayEndpoint, addHoliday)
