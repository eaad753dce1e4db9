import 'server-only'
import { randomUUID } from 'node:crypto'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { publishNewNotices } from '#lib/page-events/publish-to-pages.ts'
import type { NewNotice } from './facts.ts'
import { isAlwaysInApp, topicOf } from './topics.ts'

type Written = { readers: string[]; hasEmails: boolean }

/**
 * Writes notices in the transaction of their change; open pages and e-mails follow after its commit. A person gets
 * one notice per key. People who can no longer sign in get none. One statement for any number of readers.
 */
export async function writeNotices(
  context: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  notices: NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  const { database, now } = context
  const prepared = notices.map((notice) => ({ ...notice, id: randomUUID(), topic: topicOf(notice) }))
  const texts = (of: (notice: (typeof prepared)[number]) => string) => arrayText(prepared.map(of))
  const [written] = await database.$queryRaw<Written[]>`
    WITH written AS (
      INSERT INTO "Notice" ("id", "userId", "kind", "facts", "key", "inApp", "mail", "createdAt")
      SELECT told."id", reader."id", told."kind", told."facts", told."key",
        told."always" OR (told."topic" <> 'account' AND told."topic" <> ALL (reader."mutedInApp")),
        CASE WHEN told."topic" = ANY (reader."mutedByMail") THEN 'none' ELSE 'waiting' END::"MailState",
        ${now}
      FROM unnest(
        ${texts(({ id }) => id)}::uuid[], ${texts(({ userId }) => userId)}::uuid[],
        ${texts(({ kind }) => kind)}::text[], ${texts(({ facts }) => JSON.stringify(facts))}::jsonb[],
        ${texts(({ key }) => key)}::text[], ${texts(({ topic }) => topic)}::text[],
        ${texts(({ topic }) => String(isAlwaysInApp(topic)))}::boolean[]
      ) AS told ("id", "userId", "kind", "facts", "key", "topic", "always")
      JOIN "User" reader ON reader."id" = told."userId" AND reader."disabledAt" IS NULL
      -- Sorted, so that two instances that write the same notices do not deadlock.
      ORDER BY reader."id", told."key"
      ON CONFLICT ("userId", "key") DO NOTHING
      RETURNING "userId", "inApp", "mail"
    )
    SELECT coalesce(array_agg("userId"::text) FILTER (WHERE "inApp"), '{}') AS "readers",
      coalesce(bool_or("mail" = 'waiting'), false) AS "hasEmails"
    FROM written`
  if (!written) return
  await publishNewNotices(context, written.readers)
  if (written.hasEmails) await context.jobs.send(context, 'send-mails', [{}])
}
