import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { publishNewNotices } from '#lib/page-events/publish-to-pages.ts'
import type { markReadEndpoint } from './api.ts'
import { countUnread } from './count-unread.ts'

/** Marks the actor's notices as read: the given ones, or all. Notices of other people are unchanged. */
export async function markRead(
  context: Context,
  { ids }: z.output<typeof markReadEndpoint.body>,
): Promise<DataOf<typeof markReadEndpoint>> {
  return inTransaction(context, async (context) => {
    const { database, actor, now } = context
    const { count } = await database.notice.updateMany({
      where: { userId: actor.id, readAt: null, id: ids && { in: ids } },
      data: { readAt: now },
    })
    if (count > 0) await publishNewNotices(context, [actor.id])
    return countUnread(context)
  })
}
