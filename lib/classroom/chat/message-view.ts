import 'server-only'
import type { Prisma } from '#lib/database/generated/client.ts'
import { userId } from '#lib/identity/ids.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { Message } from './api.ts'

export const messageSelect = {
  id: true,
  number: true,
  touched: true,
  text: true,
  replyToId: true,
  privateWith: true,
  createdAt: true,
  removedAt: true,
  author: { select: { id: true, name: true, role: true } },
} satisfies Prisma.MessageSelect

export type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>

/** Messages as they are read; of what was removed the text only where it is reviewed. */
export async function messageViews(
  { database }: Pick<SystemContext, 'database'>,
  rows: MessageRow[],
  { reviewed = false } = {},
): Promise<Message[]> {
  const ids = [...new Set(rows.flatMap(({ privateWith }) => privateWith ?? []))]
  const people = await database.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    author: { id: userId.parse(row.author.id), name: row.author.name, trains: row.author.role === 'TRAINER' },
    text: row.removedAt && !reviewed ? null : row.text,
    replyToId: row.replyToId,
    privateWith: row.privateWith
      ? { id: userId.parse(row.privateWith), name: names.get(row.privateWith) ?? '' }
      : null,
    createdAt: row.createdAt.toISOString(),
  }))
}
