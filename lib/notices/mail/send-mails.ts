import 'server-only'
import type { Notice } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { describeNotices } from '#lib/notices/describe-notices.ts'
import { type NoticeContent, noticeContent } from '#lib/notices/facts.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { writeLetter } from './write-letter.ts'

/** What could not be sent is tried that often, at first after half a minute and each time after twice as long. */
const MOST_TRIES = 8
/** What is older says nothing that anybody still wants to read. In ms. */
const TOO_OLD_MS = 24 * 60 * 60 * 1000
/** The next run goes on with what is left. */
const AT_ONCE = 500

/**
 * Sends the mails that wait, one after the other. Each is held while it is handed over, so that another process passes
 * by it; who dies before the mail server's answer sends it again with the same id.
 */
export async function sendMails(context: SystemContext): Promise<void> {
  if (!context.mail.configured) return
  for (let sent = 0; sent < AT_ONCE; sent += 1) {
    const found = await inTransaction({ ...context, now: new Date() }, sendNext)
    if (!found) return
  }
}

async function sendNext(context: SystemContext): Promise<boolean> {
  const { database, now } = context
  const [row] = await database.$queryRaw<Notice[]>`
    SELECT * FROM "Notice"
    WHERE "mail" = 'waiting'
      AND ("mailedAt" IS NULL OR "mailedAt" <= ${now}::timestamptz - interval '15 seconds' * power(2, "mailTries"))
    ORDER BY "createdAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!row) return false
  const reader = await database.user.findUniqueOrThrow({ where: { id: row.userId } })
  const content = noticeContent.parse({ kind: row.kind, facts: row.facts })
  const worthIt =
    now.getTime() - row.createdAt.getTime() < TOO_OLD_MS && (await isStillTrue(context, content))
  if (!worthIt || reader.disabledAt) {
    await keep(context, row, { mail: 'failed' })
    return true
  }
  const zone = reader.timeZone ?? (await zoneOf(context, content))
  const [described] = await describeNotices(context, [row], () => zone)
  if (!described) return true
  const handedOver = await context.mail.send(writeLetter(described, reader, zone, context.links)).then(
    () => true,
    (error: Error) => {
      console.warn('A mail was not taken:', error.message)
      return false
    },
  )
  if (handedOver) await keep(context, row, { mail: 'sent', mailedAt: now })
  else {
    const mailTries = row.mailTries + 1
    await keep(context, row, {
      mail: mailTries < MOST_TRIES ? 'waiting' : 'failed',
      mailedAt: now,
      mailTries,
    })
  }
  return true
}

async function keep(
  { database }: SystemContext,
  { id }: Notice,
  data: { mail: 'waiting' | 'sent' | 'failed'; mailedAt?: Date; mailTries?: number },
): Promise<void> {
  await database.notice.update({ where: { id }, data, select: { id: true } })
}

/** A reminder of what was cancelled or moved meanwhile, or a link that was used or taken back, is not sent. */
async function isStillTrue({ database, now }: SystemContext, content: NoticeContent): Promise<boolean> {
  switch (content.kind) {
    case 'reminder': {
      const { sessionId: id, startsAt } = content.facts
      const status = { in: ['scheduled' as const, 'in_progress' as const] }
      const ahead = await database.classSession.count({ where: { id, startsAt, status } })
      return ahead === 1 && Date.parse(startsAt) > now.getTime()
    }
    case 'invited':
    case 'password-reset': {
      const open = { id: content.facts.invitationId, usedAt: null, revokedAt: null, expiresAt: { gt: now } }
      return (await database.invitation.count({ where: open })) === 1
    }
    default:
      return true
  }
}

/** Who has not chosen a zone reads times in their class's. */
async function zoneOf({ database }: SystemContext, { facts }: NoticeContent): Promise<string> {
  const sessionId = 'sessionId' in facts ? facts.sessionId : null
  const classId = 'classId' in facts ? facts.classId : null
  const course = sessionId
    ? await database.class.findFirst({ where: { sessions: { some: { id: sessionId } } } })
    : classId && (await database.class.findUnique({ where: { id: classId } }))
  return course ? course.timeZone : 'UTC'
}
