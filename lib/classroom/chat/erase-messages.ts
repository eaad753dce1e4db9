import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** Erases the text of all messages of an author. The empty messages stay, marked as removed. */
export async function eraseMessages(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  authorId: string,
): Promise<void> {
  await database.message.updateMany({ where: { authorId }, data: { text: '' } })
  await database.message.updateMany({ where: { authorId, removedAt: null }, data: { removedAt: now } })
}
