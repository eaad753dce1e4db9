import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { type Page, pageOf } from '#lib/http/page.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import { readSessionRow } from '#lib/sessions/read-session.ts'
import type { ReviewedMessage, reviewMessagesEndpoint } from './api.ts'
import { messageSelect, messageViews } from './message-view.ts'

type Input = { sessionId: SessionId } & z.output<typeof reviewMessagesEndpoint.query>

/** Pages, and what the page reads again by itself, are one look for so long. In ms. */
const A_LOOK_MS = 10 * 60_000

/**
 * The whole chat of a session, with private messages and what was removed, for an admin; that they look at it is in the
 * audit trail.
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
  await recordLook(context, sessionId)
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

/** One look at a time: a page that reads twice at once has looked once. */
async function recordLook(context: Context, sessionId: SessionId): Promise<void> {
  await inTransaction(context, async (context) => {
    const { database, actor, now } = context
    await database.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`chat-reviewed ${actor.id}`}))::text`
    const look = { action: 'chat-reviewed', subject: 'session', subjectId: sessionId } as const
    const at = { gt: new Date(now.getTime() - A_LOOK_MS) }
    const lately = await database.auditEvent.count({ where: { ...look, actorId: actor.id, at } })
    if (lately === 0) await recordAudit(context, look)
  })
}
