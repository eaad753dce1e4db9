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

/** Messages as they are read; of what was removed the text only where it is reviewed. */
export async function messageViews(
  { database }: Pick<SystemContext, 'database'>,
  rows: MessageRow[],
  { reviewed = false } = {},
): Promise<Message[]> {
  const named = await nameAll(
    database,
    rows.flatMap(({ privateWith, removedById, mentions }) => [privateWith, removedById, ...mentions]),
  )
  const find = (id: string | null) => (id && named.get(id)) || null
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    author: { ...personOf(row.author), trains: row.author.role === 'TRAINER' },
    text: row.removedAt && !reviewed ? null : row.text,
    mentions: row.mentions.flatMap((id) => find(id) ?? []),
    replyTo: row.replyTo && quotationOf(row.replyTo, reviewed),
    privateWith: find(row.privateWith),
    createdAt: row.createdAt.toISOString(),
    removedBy: find(row.removedById),
  }))
}

async function nameAll(database: SystemContext['database'], ids: (string | null)[]) {
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
