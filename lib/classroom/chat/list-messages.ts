import 'server-only'
import type { z } from 'zod'
import { refuseRemovedOrNotAdmitted } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { readOwnSessionRow } from '#lib/sessions/read-session.ts'
import { sessionAccessOf } from '#lib/sessions/session-view.ts'
import type { listMessagesEndpoint, MessagePage } from './api.ts'
import { messageSelect, messageViews } from './message-view.ts'
import { isSessionTrainer } from './policy.ts'

type Input = { sessionId: SessionId } & z.output<typeof listMessagesEndpoint.query>

/**
 * Messages of a session that the actor may see: the latest, those before a number, or all that were sent or
 * removed since a change of the room. Also available after the session.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible` (not admitted yet)
 */
export async function listMessages(
  context: Context,
  { sessionId, before, since, limit }: Input,
): Promise<MessagePage> {
  const { database, actor } = context
  const session = await readOwnSessionRow(context, sessionId)
  const access = sessionAccessOf(session)
  refuseRemovedOrNotAdmitted(actor, access)
  // Read before the messages: a message that is sent in between has a higher number and is in the next page.
  const room = await database.classroom.findUnique({ where: { sessionId }, select: { number: true } })
  const newest = room?.number ?? 0
  const visible: Prisma.MessageWhereInput = isSessionTrainer(actor, access)
    ? { sessionId }
    : { sessionId, OR: [{ privateWith: null }, { privateWith: actor.id }] }
  if (since !== undefined) {
    const rows = await database.message.findMany({
      where: { ...visible, changeNumber: { gt: since } },
      orderBy: { changeNumber: 'asc' },
      take: limit + 1,
      select: messageSelect,
    })
    const shown = rows.slice(0, limit)
    const hasMore = rows.length > limit
    const number = hasMore ? (shown.at(-1)?.changeNumber ?? newest) : newest
    return { items: byNumber(await messageViews(context, shown)), number, hasMore }
  }
  const rows = await database.message.findMany({
    where: { ...visible, ...(before && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit + 1,
    select: messageSelect,
  })
  const items = byNumber(await messageViews(context, rows.slice(0, limit)))
  return { items, number: newest, hasMore: rows.length > limit }
}

function byNumber(items: MessagePage['items']): MessagePage['items'] {
  return items.toSorted((left, right) => left.number - right.number)
}
