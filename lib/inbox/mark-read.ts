import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { publishNewNotices } from '#lib/page-events/publish-to-pages.ts'
import type { markReadEndpoint } from './api.ts'
import { countUnread } from './count-unread.ts'

/** Marks the actor's own notices as read, all of them where none is named; those of others stay as they are. */
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
