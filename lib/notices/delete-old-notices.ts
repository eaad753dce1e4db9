import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { DAY_MS } from '#lib/kernel/durations.ts'

/** Days for which notices are kept. */
export const NOTICE_RETENTION_DAYS = 90

/** Deletes notices past their retention, and the stored details of changes that were kept for undo and notices. */
export async function deleteOldNotices({
  database,
  now,
}: Pick<SystemContext, 'database' | 'now'>): Promise<void> {
  const oldest = new Date(now.getTime() - NOTICE_RETENTION_DAYS * DAY_MS)
  await database.notice.deleteMany({ where: { createdAt: { lt: oldest } } })
  await database.change.deleteMany({ where: { createdAt: { lt: oldest } } })
}
