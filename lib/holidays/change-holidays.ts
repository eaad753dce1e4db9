import 'server-only'
import type { z } from 'zod'
import { mayManageClasses } from '#lib/classes/policy.ts'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { addHolidayEndpoint, Holiday, removeHolidayEndpoint } from './api.ts'

/** Adds or renames a holiday. Sessions that are already planned on that day stay. @throws Refusal `forbidden` */
export async function addHoliday(
  { database, actor }: Context,
  { date, name }: z.output<typeof addHolidayEndpoint.body>,
): Promise<Holiday> {
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
  return database.holiday.upsert({ where: { date }, create: { date, name }, update: { name } })
}

/** @throws Refusal `forbidden` */
export async function removeHoliday(
  { database, actor }: Context,
  { date }: { date: string },
): Promise<DataOf<typeof removeHolidayEndpoint>> {
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
  await database.holiday.deleteMany({ where: { date } })
  return {}
}
