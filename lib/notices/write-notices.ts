import 'server-only'
import type { UserId } from '#lib/identity/ids.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { NoticeContent } from './facts.ts'

export type NewNotice = NoticeContent & {
  userId: UserId
  /** The same key is told to the same person once, however often it is written. */
  key: string
}

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
