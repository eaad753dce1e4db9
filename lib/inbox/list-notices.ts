import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { beyondCursor, instantCursor } from '#lib/kernel/instant-cursor.ts'
import { pageOf } from '#lib/kernel/page.ts'
import { describeNotices } from '#lib/notices/describe-notices.ts'
import type { listNoticesEndpoint } from './api.ts'
import { countUnread } from './count-unread.ts'
import { findJoinableSessions } from './find-joinable-sessions.ts'

type Input = z.output<typeof listNoticesEndpoint.query> & {
  /** The zone of the times; defaults to the reader's zone, or UTC. */
  zone?: string
}

/** The actor's notices, latest first. */
export async function listNotices(
  context: Context,
  { cursor, limit, zone = context.actor.timeZone ?? 'UTC' }: Input,
): Promise<DataOf<typeof listNoticesEndpoint>> {
  const { database, actor } = context
  const rows = await database.notice.findMany({
    where: {
      userId: actor.id,
      inApp: true,
      ...beyondCursor(cursor, 'createdAt', 'lt'),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = pageOf(rows, limit, ({ createdAt, id }) => instantCursor({ at: createdAt, id }))
  const reading = { zone, now: context.now.toISOString() }
  const described = await describeNotices(context, page.items, () => reading)
  const joinable = await findJoinableSessions(
    context,
    described.map(({ content }) => content),
  )
  return {
    ...page,
    ...(await countUnread(context)),
    items: described.map(({ row, content, instants: _, ...shown }) => ({
      ...shown,
      canJoin: content.kind === 'reminder' && joinable.has(content.facts.sessionId),
      id: row.id,
      kind: row.kind,
      createdAt: row.createdAt.toISOString(),
      unread: row.readAt === null,
    })),
  }
}
