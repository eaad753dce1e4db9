import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { clientAddressOf } from '#lib/kernel/client-address-of.ts'
import { userId } from '#lib/kernel/ids.ts'
import { countOrRefuse } from '#lib/limits/count-or-refuse.ts'
import { type Counter, hashedSubject } from '#lib/limits/stored-counters.ts'
import { application } from '#lib/process/application.ts'
import { createPasswordReset, RESET_LIFETIME_MS } from './create-password-reset.ts'

/** Longer than the work for a known e-mail, so that the response time reveals nothing. */
const MIN_RESPONSE_MS = 300
/** Limit per link lifetime (one hour), so that a stranger cannot flood a mailbox. */
const MAX_MAILS = 3

type ResetRequest = { email: string; address: string; secret: string }

/** Requests a password reset link from a browser or an app. @throws Refusal `rate_limited` */
export async function requestPasswordReset(
  { request, ...context }: SystemContext & { request: { headers: Headers } },
  { email }: { email: string },
): Promise<Record<string, never>> {
  const { authSecret: secret } = application().configuration
  await startPasswordReset(context, { email, address: clientAddressOf(request.headers), secret })
  return {}
}

/**
 * Sends a password reset link if an account uses the e-mail. Neither the answer nor its time reveals whether one does.
 * @throws Refusal `rate_limited`
 */
export async function startPasswordReset(context: SystemContext, request: ResetRequest): Promise<void> {
  await countOrRefuse(context, countersOf(request))
  await Promise.all([delay(MIN_RESPONSE_MS), sendIfKnown(context, request.email)])
}

function countersOf({ email, address, secret }: ResetRequest): Counter[] {
  return [
    { limit: 'reset-pair', subject: hashedSubject(`${address} ${email}`, secret) },
    { limit: 'reset-address', subject: hashedSubject(address, secret) },
  ]
}

async function sendIfKnown(context: SystemContext, email: string): Promise<void> {
  await inTransaction(context, async (context) => {
    const { database, now } = context
    const [holder] = await database.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User" WHERE "email" = ${email} AND "disabledAt" IS NULL AND "passwordHash" IS NOT NULL
      FOR NO KEY UPDATE`
    if (!holder) return
    const sent = await database.invitation.count({
      where: {
        userId: holder.id,
        purpose: 'reset',
        createdAt: { gt: new Date(now.getTime() - RESET_LIFETIME_MS) },
      },
    })
    if (sent < MAX_MAILS) await createPasswordReset(context, userId.parse(holder.id))
  })
}
