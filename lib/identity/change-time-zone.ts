import 'server-only'
import type { Context } from '#lib/context/context.ts'

/** Sets the zone of all times that the actor reads, on pages and in mails. */
export async function changeTimeZone(
  { database, actor }: Context,
  { timeZone }: { timeZone: string },
): Promise<void> {
  await database.user.update({ where: { id: actor.id }, data: { timeZone } })
}
