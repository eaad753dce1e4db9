import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Notice, User } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { composeEmails } from './compose-emails.ts'
import { isStillRelevant } from './is-still-relevant.ts'

/** Maximum number of tries; the first retry is after half a minute, and each delay is twice the previous one. */
const MAX_TRIES = 8
/** Maximum number of e-mails per run; the next run continues. */
const AT_ONCE = 500

/**
 * Sends the waiting e-mails one after the other. Each row is locked during delivery, so that other processes skip
 * it. If the process dies before the mail server's response, the e-mail is sent again with the same id.
 */
export async function sendEmails(context: SystemContext): Promise<void> {
  if (!context.mail.configured) return
  for (let sent = 0; sent < AT_ONCE; sent += 1) {
    const found = await inTransaction({ ...context, now: new Date() }, sendNext)
    if (!found) return
  }
}

/** @returns whether an e-mail was waiting */
async function sendNext(context: SystemContext): Promise<boolean> {
  const { database, now } = context
  const [found] = await database.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Notice"
    WHERE "mail" = 'waiting'
      AND ("mailedAt" IS NULL OR "mailedAt" <= ${now}::timestamptz - interval '15 seconds' * power(2, "mailTries"))
    ORDER BY "createdAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!found) return false
  const row = await database.notice.findUniqueOrThrow({ where: { id: found.id }, include: { user: true } })
  const outcome = await deliver(context, row).catch((error: Error) => {
    console.warn('A mail was not taken:', error.message)
    return 'refused' as const
  })
  const mailTries = row.mailTries + (outcome === 'refused' ? 1 : 0)
  const mail = outcome !== 'refused' ? outcome : mailTries < MAX_TRIES ? 'waiting' : 'failed'
  await database.notice.update({
    where: { id: row.id },
    data: { mail, mailTries, ...(outcome !== 'failed' && { mailedAt: now }) },
    select: { id: true },
  })
  return true
}

/** @throws the mail server's error, or the error of a malformed notice */
async function deliver(context: SystemContext, row: Notice & { user: User }): Promise<'sent' | 'failed'> {
  const [composed] = await composeEmails(context, [row])
  if (!composed || !(await isStillRelevant(context, composed))) return 'failed'
  await context.mail.send(composed.email)
  return 'sent'
}
