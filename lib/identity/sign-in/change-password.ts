import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { countOrRefuse } from '#lib/limits/count-or-refuse.ts'
import { type Counter, giveBack } from '#lib/limits/stored-counters.ts'
import type { Context } from '#lib/process/context.ts'
import { endSignIns } from './end-sign-ins.ts'
import { inHashingQueue } from './hashing-queue.ts'
import { hashPassword, passwordMatches, refuseCommonPassword } from './passwords.ts'

/**
 * Changes one's own password and ends every other sign-in of the account, and every link to a new one, at once.
 * @throws Refusal `invalid` where the current password is wrong or the new one is too common, `rate_limited` after too
 * many wrong ones, `unavailable` where too many sign-ins wait
 */
export async function changePassword(
  context: Context,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { id, signInId } = context.actor
  await inHashingQueue(() => refuseWrongPassword(context, current))
  refuseCommonPassword(next, 'next')
  const passwordHash = await hashPassword(next)
  await inTransaction(context, async (context) => {
    await context.database.user.update({ where: { id }, data: { passwordHash } })
    await endSignIns(context, id, signInId)
    await recordAudit(context, { action: 'password-changed', subject: 'user', subjectId: id })
  })
}

/** Counts the attempt before the hash: a stolen session must not try out passwords at once. */
async function refuseWrongPassword(context: Context, current: string): Promise<void> {
  const { id } = context.actor
  const counters: Counter[] = [{ limit: 'password-change', subject: id }]
  await countOrRefuse(context, counters)
  const user = await context.database.user.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  })
  if (!(await passwordMatches(current, user.passwordHash))) {
    throw new Refusal('invalid', 'wrongPassword', { fields: { current: 'wrongPassword' } })
  }
  await giveBack(context, counters)
}
