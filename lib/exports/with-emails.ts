import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import type { Page } from '#lib/kernel/page.ts'

type Id = string | null | undefined

/** An item with the e-mail addresses of the people in it. Null for erased people. */
export type WithEmails<T> = T & { emailOf: (id: Id) => string | null }

/** Adds the e-mail addresses of the people in a page's items. One query per page. */
export async function withEmails<T>(
  context: Pick<SystemContext, 'database'>,
  { items, nextCursor }: Page<T>,
  idsIn: (item: T) => Id[],
): Promise<Page<WithEmails<T>>> {
  const emails = await readEmails(context, items.flatMap(idsIn))
  const emailOf = (id: Id) => emails.get(id ?? '') ?? null
  return { items: items.map((item) => ({ ...item, emailOf })), nextCursor }
}

async function readEmails(
  { database }: Pick<SystemContext, 'database'>,
  ids: Id[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string')
  if (wanted.length === 0) return new Map()
  const people = await database.user.findMany({
    where: { id: { in: wanted }, erasedAt: null },
    select: { id: true, email: true },
  })
  return new Map(people.map(({ id, email }) => [id, displayEmail(email)]))
}
