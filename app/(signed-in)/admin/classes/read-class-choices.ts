import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import { listLocations } from '#lib/locations/list-locations.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { zoneList } from '#lib/time/zone-list.ts'

/**
 * What a class can be given in a form: trainers who can sign in, locations in use, and time zones, among them the one
 * that is chosen at first.
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
