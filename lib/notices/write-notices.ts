import 'server-only'
import { randomUUID } from 'node:crypto'
import { arrayText } from '#lib/database/array-text.ts'
import type { UserId } from '#lib/identity/ids.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { NoticeContent } from './facts.ts'

export type NewNotice = NoticeContent & {
  userId: UserId
  /** The same key is told to the same person once, however often it is written. */
  key: string
}

/**
 * Writes what people are told, within the transaction of what it is about. One statement whose parameters do not
 * grow in number, as a thousand people can be invited at once.
 */
export async function writeNotices(
  { database, now }: Pick<SystemContext, 'database' | 'now' | 'jobs'>,
  notices: NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  const ids = arrayText(notices.map(() => randomUUID()))
  const userIds = arrayText(notices.map(({ userId }) => userId))
  const kinds = arrayText(notices.map(({ kind }) => kind))
  const keys = arrayText(notices.map(({ key }) => key))
  const facts = JSON.stringify(notices.map(({ facts }) => facts))
  await database.$executeRaw`
    INSERT INTO "Notice" ("id", "userId", "kind", "facts", "key", "inApp", "createdAt")
    SELECT "id", "userId", "kind", "facts", "key", true, ${now}
    FROM ROWS FROM (
      unnest(${ids}::uuid[], ${userIds}::uuid[], ${kinds}::text[], ${keys}::text[]),
      jsonb_array_elements(${facts}::jsonb)
    ) AS notice("id", "userId", "kind", "key", "facts")
    ON CONFLICT ("userId", "key") DO NOTHING`
}
