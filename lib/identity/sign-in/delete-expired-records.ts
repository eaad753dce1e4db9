import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { WEEK_MS } from '#lib/kernel/durations.ts'

/** Deletes expired sign-ins and limit counters, and ended sign-ins and webhook ids older than a week. */
export async function deleteExpiredRecords({ database, now }: SystemContext): Promise<void> {
  await database.signIn.deleteMany({ where: { expiresAt: { lt: now } } })
  const weekAgo = { lt: new Date(now.getTime() - WEEK_MS) }
  await database.endedSignIn.deleteMany({ where: { endedAt: weekAgo } })
  await database.limitCounter.deleteMany({ where: { expiresAt: { lt: now } } })
  await database.webhookEvent.deleteMany({ where: { receivedAt: weekAgo } })
}
