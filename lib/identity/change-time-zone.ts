import 'server-only'
import type { Context } from '#lib/process/context.ts'

/** Sets the zone in which one's times are shown; null follows the browser. */
export async function changeTimeZone(
  { database, actor }: Context,
  { timeZone }: { timeZone: string | null },
): Promise<void> {
  await database.user.update({ where: { id: actor.id }, data: { timeZone } })
}
