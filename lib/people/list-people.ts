import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import { userId } from '#lib/kernel/ids.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ListedPerson, listPeopleEndpoint } from './api.ts'
import { describePerson, managedSelect } from './describe-person.ts'
import { peopleWhere } from './people-where.ts'

/**
 * The people of the school by name, whose name or e-mail contains the searched words. Excludes erased people.
 * @throws Refusal `forbidden`
 */
export async function listPeople(
  context: Context,
  { cursor, limit, ...filters }: z.output<typeof listPeopleEndpoint.query>,
): Promise<Page<ListedPerson>> {
  if (!mayManagePeople(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const after = cursor ? userId.safeParse(cursor) : null
  if (after && !after.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const rows = await context.database.user.findMany({
    where: await peopleWhere(context, filters),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    cursor: after ? { id: after.data } : undefined,
    skip: after ? 1 : 0,
    take: limit + 1,
    select: {
      ...managedSelect,
      enrolments: { select: { class: { select: { title: true } } }, orderBy: { class: { title: 'asc' } } },
    },
  })
  const page = pageOf(rows, limit, (last) => last.id)
  return {
    ...page,
    items: page.items.map(({ enrolments, ...person }) => ({
      ...describePerson(context, person),
      classes: enrolments.map((enrolment) => enrolment.class.title),
    })),
  }
}
