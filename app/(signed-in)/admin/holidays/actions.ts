'use server'

import { addHolidayEndpoint, removeHolidayEndpoint } from '#lib/holidays/api.ts'
import {
  addHoliday as addHolidayTo,
  removeHoliday as removeHolidayFrom,
} from '#lib/holidays/change-holidays.ts'
import { act } from '#lib/http/act.ts'

export async function addHoliday(input: unknown) {
  return act(addHolidayEndpoint, addHolidayTo, input)
}

export async function removeHoliday(input: unknown) {
  return act(removeHolidayEndpoint, removeHolidayFrom, input)
}
