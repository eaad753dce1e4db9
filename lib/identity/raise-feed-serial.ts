import 'server-only'
import type { Context } from '#lib/context/context.ts'

/** Replaces the address of the actor's calendar feed. Returns false if it has been replaced since `serial` was read. */
export async function raiseFeedSerial({ database, actor }: Context, serial: number): Promise<boolean> {
  const { count } = await database.user.updateMany({
    where: { id: actor.id, feedSerial: serial },
    data: { feedSerial: { increment: 1 } },
  })
  return count === 1
}
