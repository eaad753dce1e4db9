import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { countOrRefuse } from '#lib/limits/count-or-refuse.ts'
import { type Counter, refundAttempts } from '#lib/limits/stored-counters.ts'
import { removeEndedSignInsFromRooms } from '#lib/room-access/remove-from-rooms.ts'
import { endSignIns } from './end-sign-ins.ts'
import { inHashingQueue } from './hashing-queue.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { hashPassword, passwordMatches } from './passwords.ts'

/**
 * Changes the actor's password. Ends every other sign-in of the account and revokes its links that set a password.
 * Participants by an ended sign-in are removed from rooms after the commit.
 * @throws Refusal `invalid` if the current password is wrong or the new one is easy to guess, `rate_limited` after
 * too many wrong passwords, `unavailable` if the hashing queue is full
 */
export async function changePassword(
  context: Context,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { id, signInId, email, name } = context.actor
  const checkedHash = await inHashingQueue(() => checkPassword(context, current))
  refuseWeakPassword(next, 'next', { email, names: [name] })
  const passwordHash = await hashPassword(next)
  await inTransaction(context, async (context) => {
    // The checked password must still be current: an admin or a link may have changed it in the meantime.
    const { count } = await context.database.user.updateMany({
      where: { id, passwordHash: checkedHash },
      data: { passwordHash },
    })
    if (count === 0) throw wrongPassword()
    await endSignIns(context, id, signInId)
    await removeEndedSignInsFromRooms(context, id)
    await recordAudit(context, { action: 'password_changed', subject: 'user', subjectId: id })
  })
}

/**
 * Returns the hash that the current password matches. Counts the attempt first, so that a stolen session cannot guess
 * passwords in parallel.
 */
async function checkPassword(context: Context, current: string): Promise<string | null> {
  const { id } = context.actor
  const counters: Counter[] = [{ limit: 'password-change', subject: id }]
  await countOrRefuse(context, counters)
  const user = await context.database.user.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  })
  if (!(await passwordMatches(current, user.passwordHash))) {
    throw wrongPassword()
  }
  await refundAttempts(context, counters)
  return user.passwordHash
}

function wrongPassword(): Refusal {
  return new Refusal('invalid', 'wrongPassword', { fields: { current: 'wrongPassword' } })
}
