import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { exportPeopleEndpoint, ListedPerson } from '#lib/people/api.ts'
import { listPeople } from '#lib/people/list-people.ts'

/** The people of the school as CSV, read page by page while it is sent. @throws Refusal `forbidden` */
export async function exportPeople(
  context: Context,
  filters: z.output<typeof exportPeopleEndpoint.query>,
): Promise<AsyncIterable<string>> {
  if (!mayManagePeople(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return csvOf(columns, (page) => listPeople(context, { ...filters, ...page }))
}

const columns: Columns<ListedPerson> = {
  name: (person) => person.name,
  email: (person) => person.email,
  role: (person) => person.role,
  disabled: (person) => String(person.disabled),
  classes: (person) => person.classes.join('; '),
  userId: (person) => person.id,
}
