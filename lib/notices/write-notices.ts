import 'server-only'
import { tellReaders } from '#lib/news/tell-pages.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { NewNotice } from './facts.ts'
import { waysOf } from './topics.ts'

/**
 * Writes what people are told, within the transaction of what it is about; open pages and mails follow its commit.
 * What has the same key is told to the same person once. Who can no longer sign in is told nothing.
 */
export async function writeNotices(
  context: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  notices: NewNotice[],
): Promise<void> {
  const { database, now } = context
  const people = await database.user.findMany({
    where: { id: { in: [...new Set(notices.map((notice) => notice.userId))] }, disabledAt: null },
    select: { id: true, mutedInApp: true, mutedByMail: true },
  })
  const readers = new Map(people.map((person) => [person.id, person]))
  const written = await database.notice.createManyAndReturn({
    data: notices.flatMap((notice) => {
      const reader = readers.get(notice.userId)
      if (!reader) return []
      const { inApp, byMail } = waysOf(notice, reader)
      return { ...notice, inApp, mail: byMail ? ('waiting' as const) : ('none' as const), createdAt: now }
    }),
    skipDuplicates: true,
    select: { userId: true, inApp: true, mail: true },
  })
  await tellReaders(
    context,
    written.filter((notice) => notice.inApp).map((notice) => notice.userId),
  )
  if (written.some((notice) => notice.mail === 'waiting')) await context.jobs.send(context, 'send-mails', {})
}
