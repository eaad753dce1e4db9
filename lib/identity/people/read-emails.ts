import 'server-only'
import { shownEmail } from '#lib/identity/shown-email.ts'
import type { SystemContext } from '#lib/process/context.ts'

/** E-mail addresses by the ids of people; whoever was erased has none. */
export async function readEmails(
  { database }: Pick<SystemContext, 'database'>,
  ids: (string | null | undefined)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string')
  if (wanted.length === 0) return new Map()
  const people = await database.user.findMany({
    where: { id: { in: wanted }, erasedAt: null },
    select: { id: true, email: true },
  })
  return new Map(people.map(({ id, email }) => [id, shownEmail(email)]))
}
