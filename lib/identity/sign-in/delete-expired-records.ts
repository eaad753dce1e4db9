import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** Deletes expired sign-ins and limit counters, and ended sign-ins and webhook ids older than a week. */
export async function deleteExpiredRecords({ database, now }: SystemContext): Promise<void> {
  await database.signIn.deleteMany({ where: { expiresAt: { lt: now } } })
  const weekAgo = { lt: new Date(now.getTime() - WEEK_MS) }
  await database.endedSignIn.deleteMany({ where: { endedAt: weekAgo } })
  await database.limitCounter.deleteMany({ where: { expiresAt: { lt: now } } })
  await database.webhookEvent.deleteMany({ where: { receivedAt: weekAgo } })
}
