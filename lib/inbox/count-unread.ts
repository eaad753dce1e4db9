import 'server-only'
import type { Context } from '#lib/context/context.ts'

/** How many notices the actor has not read; 99 at most, as nobody counts further. */
export async function countUnread({ database, actor }: Context): Promise<{ unread: number }> {
  const found = await database.notice.findMany({
    where: { userId: actor.id, inApp: true, readAt: null },
    take: 99,
    select: { id: true },
  })
  return { unread: found.length }
}
