import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import { listLocations } from '#lib/locations/list-locations.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { zoneList } from '#lib/time/zone-list.ts'

/**
 * Options of the class form: trainers who can sign in, active locations, and time zones including the selected one.
 * @throws Refusal `forbidden`
 */
export async function readClassChoices(context: Context, zone: string) {
  const [trainers, locations] = await Promise.all([
    readAllPages((page) => listPeople(context, { role: 'TRAINER', ...page })),
    readAllPages((page) => listLocations(context, page)),
  ])
  return {
    zone,
    zones: zoneList(zone),
    trainers: trainers.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name })),
    locations: locations.map(({ id, name }) => ({ id, name })),
  }
}
