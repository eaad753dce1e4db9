import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Notice } from '#lib/database/generated/client.ts'
import type { Email } from '#lib/mail/mail.ts'
import { describeNotices } from '#lib/notices/describe-notices.ts'
import { type NoticeContent, noticeContent } from '#lib/notices/facts.ts'
import { readReaderZones } from './read-reader-zones.ts'
import { writeEmail } from './write-email.ts'

type Row = Notice & { user: { id: string; name: string; email: string; timeZone: string | null } }

export type ComposedEmail<R extends Row> = { row: R; content: NoticeContent; zone: string; email: Email }

/** The e-mails of notices, each in its reader's zone, with current names. */
export async function composeEmails<R extends Row>(
  context: Pick<SystemContext, 'database' | 'links'>,
  rows: R[],
): Promise<ComposedEmail<R>[]> {
  const contents = rows.map((row) => ({
    content: noticeContent.parse({ kind: row.kind, facts: row.facts }),
    reader: row.user,
  }))
  const zones = await readReaderZones(context, contents)
  const zoneOf = new Map(rows.map((row, index) => [row.id, zones[index] ?? 'UTC']))
  const described = await describeNotices(context, rows, ({ id, createdAt }) => ({
    zone: zoneOf.get(id) ?? 'UTC',
    now: createdAt.toISOString(),
  }))
  return described.map((telling) => {
    const { row, content } = telling
    const zone = zoneOf.get(row.id) ?? 'UTC'
    return { row, content, zone, email: writeEmail(telling, row.user, zone, context.links) }
  })
}
