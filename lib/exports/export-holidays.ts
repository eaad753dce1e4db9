import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { Holiday } from '#lib/holidays/api.ts'
import { listHolidays } from '#lib/holidays/list-holidays.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'

/** The school's holidays as CSV. @throws Refusal `forbidden` */
export async function exportHolidays(context: Context): Promise<AsyncIterable<string>> {
  const { items } = await listHolidays(context)
  return csvOf(columns, async () => ({ items, nextCursor: null }))
}

const columns: Columns<Holiday> = {
  date: (holiday) => holiday.date,
  name: (holiday) => holiday.name,
}
