import 'server-only'
import type { Context } from '#lib/context/context.ts'

/** Makes another address of the actor's feed the valid one; false where that was done since `serial` was seen. */
export async function raiseFeedSerial({ database, actor }: Context, serial: number): Promise<boolean> {
  const { count } = await database.user.updateMany({
    where: { id: actor.id, feedSerial: serial },
    data: { feedSerial: { increment: 1 } },
  })
  return count === 1
}
