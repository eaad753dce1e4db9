import { removeHolidayEndpoint } from '#lib/holidays/api.ts'
import { removeHoliday } from '#lib/holidays/change-holidays.ts'
import { route } from '#lib/http/route.ts'

export const DELETE = route(removeHolidayEndpoint, removeHoliday)
