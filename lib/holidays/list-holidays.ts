import 'server-only'
import { mayManageClasses } from '#lib/classes/policy.ts'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { listHolidaysEndpoint } from './api.ts'

const MOST = 1000

/** The school's holidays by date. @throws Refusal `forbidden` */
export async function listHolidays({
  database,
  actor,
}: Context): Promise<DataOf<typeof listHolidaysEndpoint>> {
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
  const items = await database.holiday.findMany({ orderBy: { date: 'asc' }, take: MOST })
  return { items }
}
