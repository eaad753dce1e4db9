import 'server-only'
import type { Message, Person, Quotation } from '#lib/classroom/message.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { readNamesInClass } from '#lib/identity/namesakes.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { excerptOf } from './quote.ts'

export const messageSelect = {
  id: true,
  sessionId: true,
  number: true,
  changeNumber: true,
  text: true,
  mentions: true,
  privateWith: true,
  createdAt: true,
  removedAt: true,
  removedById: true,
  author: { select: { id: true, role: true } },
  replyTo: {
    select: { id: true, text: true, removedAt: true, authorId: true },
  },
} satisfies Prisma.MessageSelect

export type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>

/** The API view of a message, without the text of removed messages. */
export async function messageView(
  context: Pick<SystemContext, 'database'>,
  row: MessageRow,
): Promise<Message> {
  const people = await readPeople(context, [row])
  return viewOf(row, people, { reviewed: false })
}

/** The API views of several messages. Includes the text of removed messages only if `reviewed` is set. */
export async function messageViews(
  context: Pick<SystemContext, 'database'>,
  rows: MessageRow[],
  { reviewed = false } = {},
): Promise<Message[]> {
  const people = await readPeople(context, rows)
  return rows.map((row) => viewOf(row, people, { reviewed }))
}

function viewOf(row: MessageRow, people: Map<string, Person>, { reviewed }: { reviewed: boolean }): Message {
  const find = (id: string | null) => (id && people.get(id)) || null
  const nameOf = (id: string) => find(id) ?? { id: userId.parse(id), name: '' }
  return {
    id: row.id,
    number: row.number,
    author: { ...nameOf(row.author.id), isTrainer: row.author.role === 'TRAINER' },
    text: row.removedAt && !reviewed ? null : row.text,
    mentions: row.mentions.flatMap((id) => find(id) ?? []),
    replyTo: row.replyTo && quotationOf(row.replyTo, nameOf(row.replyTo.authorId), reviewed),
    privateWith: find(row.privateWith),
    createdAt: row.createdAt.toISOString(),
    removedBy: find(row.removedById),
  }
}

/** The people named in the messages, by id. All messages belong to one session. */
async function readPeople(
  context: Pick<SystemContext, 'database'>,
  rows: MessageRow[],
): Promise<Map<string, Person>> {
  const [first] = rows
  if (!first) return new Map()
  const ids = rows.flatMap(({ author, replyTo, privateWith, removedById, mentions }) => [
    author.id,
    replyTo?.authorId,
    privateWith,
    removedById,
    ...mentions,
  ])
  const personIds = [...new Set(ids)].filter((id) => typeof id === 'string')
  const names = await readNamesInClass(context, sessionId.parse(first.sessionId), personIds)
  return new Map([...names].map(([id, name]) => [id, { id: userId.parse(id), name }]))
}

function quotationOf(
  { id, text, removedAt }: NonNullable<MessageRow['replyTo']>,
  author: Person,
  reviewed: boolean,
): Quotation {
  return { id, author, text: removedAt && !reviewed ? null : excerptOf(text) }
}
