import 'server-only'
import type { Context } from '#lib/context/context.ts'

/** The number of the actor's unread notices, capped at 99. */
export async function countUnread({ database, actor }: Context): Promise<{ unread: number }> {
  const found = await database.notice.findMany({
    where: { userId: actor.id, inApp: true, readAt: null },
    take: 99,
    select: { id: true },
  })
  return { unread: found.length }
}
