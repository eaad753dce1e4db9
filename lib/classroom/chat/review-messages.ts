import 'server-only'
import type { z } from 'zod'
import { recordViews } from '#lib/audit/record-views.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import { readSessionRow } from '#lib/sessions/read-session.ts'
import type { ReviewedMessage, reviewMessagesEndpoint } from './api.ts'
import { messageSelect, messageViews } from './message-view.ts'

type Input = { sessionId: SessionId } & z.output<typeof reviewMessagesEndpoint.query>

/**
 * The whole chat of a session, with private and removed messages, for an admin. Each view is recorded in the audit
 * trail.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function reviewMessages(
  context: Context,
  { sessionId, cursor, limit }: Input,
): Promise<Page<ReviewedMessage>> {
  await readSessionRow(context, sessionId)
  if (!mayPlan(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  const rows = await context.database.message.findMany({
    where: { sessionId, number: { gt: cursor ?? 0 } },
    orderBy: { number: 'asc' },
    take: limit + 1,
    select: messageSelect,
  })
  await recordViews(context, 'chat_reviewed', [{ subject: 'session', subjectId: sessionId }])
  const { items, nextCursor } = pageOf(rows, limit, ({ number }) => String(number))
  const views = await messageViews(context, items, { reviewed: true })
  return {
    items: views.map((view, index) => ({
      ...view,
      removedAt: items[index]?.removedAt?.toISOString() ?? null,
    })),
    nextCursor,
  }
}
