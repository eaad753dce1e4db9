'use server'

import { addHolidayEndpoint, removeHolidayEndpoint } from '#lib/holidays/api.ts'
import {
  addHoliday as addHolidayTo,
  removeHoliday as removeHolidayFrom,
} from '#lib/holidays/change-holidays.ts'
import { runAction } from '#lib/http/run-action.ts'

export async function addHoliday(input: unknown) {
  return runAction(addHolidayEndpoint, addHolidayTo, input)
}

export async function removeHoliday(input: unknown) {
  return runAction(removeHolidayEndpoint, removeHolidayFrom, input)
}
