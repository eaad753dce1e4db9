import 'server-only'
import type { SystemContext } from '#lib/process/context.ts'
import type { NewNotice } from './facts.ts'

/** Writes what people are told, within the transaction of what it is about. */
export async function writeNotices(
  { database, now }: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  notices: NewNotice[],
): Promise<void> {
  await database.notice.createMany({
    data: notices.map((notice) => ({ ...notice, inApp: true, createdAt: now })),
    skipDuplicates: true,
  })
}
