import 'server-only'
import type { z } from 'zod'
import { literally } from '#lib/database/literally.ts'
import { type Page, pageOf } from '#lib/http/page.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { ListedPerson, listPeopleEndpoint } from '#lib/identity/api.ts'
import { userId } from '#lib/identity/ids.ts'
import { mayManagePeople } from '#lib/identity/policy.ts'
import type { Context } from '#lib/process/context.ts'

/** The people of the school by name, those whose name or e-mail has the searched words. @throws Refusal `forbidden` */
export async function listPeople(
  { database, actor }: Context,
  { role, search, cursor, limit }: z.output<typeof listPeopleEndpoint.query>,
): Promise<Page<ListedPerson>> {
  if (!mayManagePeople(actor)) throw new Refusal('forbidden', 'notAllowed')
  const after = cursor ? userId.safeParse(cursor) : null
  if (after && !after.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const has = search ? { contains: literally(search), mode: 'insensitive' as const } : null
  const rows = await database.user.findMany({
    where: { role, OR: has ? [{ name: has }, { email: has }] : undefined },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    cursor: after ? { id: after.data } : undefined,
    skip: after ? 1 : 0,
    take: limit + 1,
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabledAt: true,
      enrolments: { select: { class: { select: { title: true } } }, orderBy: { class: { title: 'asc' } } },
    },
  })
  const page = pageOf(rows, limit, (last) => last.id)
  return {
    ...page,
    items: page.items.map(({ disabledAt, enrolments, ...person }) => ({
      ...person,
      id: userId.parse(person.id),
      disabled: disabledAt !== null,
      classes: enrolments.map((enrolment) => enrolment.class.title),
    })),
  }
}
