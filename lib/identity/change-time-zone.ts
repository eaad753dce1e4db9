import 'server-only'
import type { Context } from '#lib/context/context.ts'

/** Sets the time zone in which pages and e-mails show times to the actor. */
export async function changeTimeZone(
  { database, actor }: Context,
  { timeZone }: { timeZone: string },
): Promise<void> {
  await database.user.update({ where: { id: actor.id }, data: { timeZone } })
}
