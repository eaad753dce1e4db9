import 'server-only'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import type { Context } from '#lib/process/context.ts'
import type { Holiday } from './api.ts'
import { listHolidays } from './list-holidays.ts'

/** The school's holidays as CSV. @throws Refusal `forbidden` */
export async function exportHolidays(context: Context): Promise<AsyncIterable<string>> {
  const { items } = await listHolidays(context)
  return csvOf(columns, async () => ({ items, nextCursor: null }))
}

const columns: Columns<Holiday> = {
  date: (holiday) => holiday.date,
  name: (holiday) => holiday.name,
}
