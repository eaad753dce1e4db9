import 'server-only'
import { listMessages } from '#lib/classroom/chat/list-messages.ts'
import { requireModerator } from '#lib/classroom/guards.ts'
import type { Message } from '#lib/classroom/message.ts'
import type { Context } from '#lib/context/context.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type WithEmails, withEmails } from './with-emails.ts'

/**
 * The chat of a session as CSV, for moderators: the messages they may read, in order, without removed ones.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function exportMessages(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<AsyncIterable<string>> {
  await requireModerator(context, sessionId)
  return csvOf(columns, async ({ cursor }) => {
    const since = Number(cursor ?? 0)
    const { items, number, hasMore } = await listMessages(context, { sessionId, since, limit: 200 })
    const shown = items.filter(({ text }) => text !== null)
    const page = { items: shown, nextCursor: hasMore ? String(number) : null }
    return withEmails(context, page, ({ author, privateWith }) => [author.id, privateWith?.id])
  })
}

const columns: Columns<WithEmails<Message>> = {
  at: (message) => message.createdAt,
  author: (message) => message.author.name,
  privateWith: (message) => message.privateWith?.name ?? null,
  text: (message) => message.text,
  userId: (message) => message.author.id,
  email: ({ author, emailOf }) => emailOf(author.id),
  privateWithUserId: (message) => message.privateWith?.id ?? null,
  privateWithEmail: ({ privateWith, emailOf }) => emailOf(privateWith?.id),
}
