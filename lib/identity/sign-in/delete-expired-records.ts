import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** Deletes what has run out and means nothing any more: sign-ins, why they ended, counted attempts, ids of old webhooks. */
export async function deleteExpiredRecords({ database, now }: SystemContext): Promise<void> {
  await database.signIn.deleteMany({ where: { expiresAt: { lt: now } } })
  const weekAgo = { lt: new Date(now.getTime() - WEEK_MS) }
  await database.endedSignIn.deleteMany({ where: { endedAt: weekAgo } })
  await database.limitCounter.deleteMany({ where: { expiresAt: { lt: now } } })
  await database.webhookEvent.deleteMany({ where: { receivedAt: weekAgo } })
}
