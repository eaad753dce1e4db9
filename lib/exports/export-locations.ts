import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import type { InputOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { exportLocationsEndpoint, ListedLocation } from '#lib/locations/api.ts'
import { listLocations } from '#lib/locations/list-locations.ts'
import { mayManageLocations } from '#lib/locations/policy.ts'

/** The locations as CSV, read page by page while it is sent. @throws Refusal `forbidden` */
export async function exportLocations(
  context: Context,
  input: InputOf<typeof exportLocationsEndpoint>,
): Promise<AsyncIterable<string>> {
  if (!mayManageLocations(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return csvOf(columns, (page) => listLocations(context, { ...input, ...page }))
}

const columns: Columns<ListedLocation> = {
  name: (location) => location.name,
  capacity: (location) => location.capacity,
  classes: (location) => location.classes,
  nextTitle: (location) => location.next?.title ?? null,
  nextStartsAt: (location) => location.next?.startsAt ?? null,
}
