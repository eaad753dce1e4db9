import 'server-only'
import type { Prisma } from '#lib/database/generated/client.ts'
import { userId } from '#lib/identity/ids.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { Message, Person, Quotation } from './api.ts'
import { beginningOf } from './quote.ts'

export const messageSelect = {
  id: true,
  number: true,
  touched: true,
  text: true,
  mentions: true,
  privateWith: true,
  createdAt: true,
  removedAt: true,
  removedById: true,
  author: { select: { id: true, name: true, role: true } },
  replyTo: {
    select: { id: true, text: true, removedAt: true, author: { select: { id: true, name: true } } },
  },
} satisfies Prisma.MessageSelect

export type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>

/** A message as it is read. */
export async function messageView(
  context: Pick<SystemContext, 'database'>,
  row: MessageRow,
): Promise<Message> {
  const named = await nameAll(context, [row])
  return viewOf(row, named, { reviewed: false })
}

/** The same for several; of what was removed the text only where it is reviewed. */
export async function messageViews(
  context: Pick<SystemContext, 'database'>,
  rows: MessageRow[],
  { reviewed = false } = {},
): Promise<Message[]> {
  const named = await nameAll(context, rows)
  return rows.map((row) => viewOf(row, named, { reviewed }))
}

function viewOf(row: MessageRow, named: Map<string, Person>, { reviewed }: { reviewed: boolean }): Message {
  const find = (id: string | null) => (id && named.get(id)) || null
  return {
    id: row.id,
    number: row.number,
    author: { ...personOf(row.author), trains: row.author.role === 'TRAINER' },
    text: row.removedAt && !reviewed ? null : row.text,
    mentions: row.mentions.flatMap((id) => find(id) ?? []),
    replyTo: row.replyTo && quotationOf(row.replyTo, reviewed),
    privateWith: find(row.privateWith),
    createdAt: row.createdAt.toISOString(),
    removedBy: find(row.removedById),
  }
}

/** Whom the messages name. */
async function nameAll({ database }: Pick<SystemContext, 'database'>, rows: MessageRow[]) {
  const ids = rows.flatMap(({ privateWith, removedById, mentions }) => [
    privateWith,
    removedById,
    ...mentions,
  ])
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map<string, Person>()
  const people = await database.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(people.map((person) => [person.id, personOf(person)]))
}

function quotationOf(
  { id, author, text, removedAt }: NonNullable<MessageRow['replyTo']>,
  reviewed: boolean,
): Quotation {
  return { id, author: personOf(author), text: removedAt && !reviewed ? null : beginningOf(text) }
}

function personOf({ id, name }: { id: string; name: string }): Person {
  return { id: userId.parse(id), name }
}
