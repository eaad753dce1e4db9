import 'server-only'
import { tellReaders } from '#lib/news/tell-pages.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { NewNotice } from './facts.ts'
import { isAlwaysInApp, topicOf } from './topics.ts'

type Written = { userId: string; inApp: boolean; waits: boolean }

/**
 * Writes what people are told, within the transaction of what it is about; open pages and mails follow its commit.
 * What has the same key is told to the same person once. Who can no longer sign in is told nothing. One statement,
 * for one reader and for ten thousand.
 */
export async function writeNotices(
  context: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  notices: NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  const { database, now } = context
  const told = notices.map((notice) => {
    const topic = topicOf(notice)
    return { ...notice, topic, always: isAlwaysInApp(topic) }
  })
  const written = await database.$queryRaw<Written[]>`
    INSERT INTO "Notice" ("id", "userId", "kind", "facts", "key", "inApp", "mail", "createdAt")
    SELECT gen_random_uuid(), reader."id", told."kind", told."facts", told."key",
      told."always" OR (told."topic" <> 'account' AND told."topic" <> ALL (reader."mutedInApp")),
      CASE WHEN told."topic" = ANY (reader."mutedByMail") THEN 'none' ELSE 'waiting' END::"MailState",
      ${now}
    FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS told
      ("userId" uuid, "kind" text, "facts" jsonb, "key" text, "topic" text, "always" boolean)
    JOIN "User" reader ON reader."id" = told."userId" AND reader."disabledAt" IS NULL
    -- Two instances that tell the same must not wait for each other in a circle.
    ORDER BY reader."id", told."key"
    ON CONFLICT ("userId", "key") DO NOTHING
    RETURNING "userId", "inApp", "mail" = 'waiting' AS "waits"`
  await tellReaders(
    context,
    written.filter((notice) => notice.inApp).map((notice) => notice.userId),
  )
  if (written.some((notice) => notice.waits)) await context.jobs.send(context, 'send-mails', {})
}
