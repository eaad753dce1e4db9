import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** How long notices are kept. */
export const NOTICE_RETENTION_DAYS = 90

/** Deletes notices that are older than they are kept, and what was kept of changes for undoing and telling. */
export async function deleteOldNotices({
  database,
  now,
}: Pick<SystemContext, 'database' | 'now'>): Promise<void> {
  const oldest = new Date(now.getTime() - NOTICE_RETENTION_DAYS * 24 * 60 * 60 * 1000)
  await database.notice.deleteMany({ where: { createdAt: { lt: oldest } } })
  await database.change.deleteMany({ where: { createdAt: { lt: oldest } } })
}
