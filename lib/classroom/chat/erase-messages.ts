import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** Forgets what somebody wrote in all sessions; that they wrote stays. */
export async function eraseMessages(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  authorId: string,
): Promise<void> {
  await database.message.updateMany({ where: { authorId }, data: { text: '' } })
  await database.message.updateMany({ where: { authorId, removedAt: null }, data: { removedAt: now } })
}
