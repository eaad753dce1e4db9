import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { revokeLinks } from '#lib/identity/invitations/revoke-links.ts'
import type { Context } from '#lib/process/context.ts'
import { hashPassword, passwordMatches, refuseCommonPassword } from './passwords.ts'

/**
 * Changes one's own password and ends every other sign-in of the account, and every link to a new one, at once.
 * @throws Refusal `invalid` where the current password is wrong or the new one is too common
 */
export async function changePassword(
  context: Context,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { id, signInId } = context.actor
  const user = await context.database.user.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  })
  if (!(await passwordMatches(current, user.passwordHash))) {
    throw new Refusal('invalid', 'wrongPassword', { fields: { current: 'wrongPassword' } })
  }
  refuseCommonPassword(next, 'next')
  const passwordHash = await hashPassword(next)
  await inTransaction(context, async (context) => {
    await context.database.user.update({ where: { id }, data: { passwordHash } })
    await context.database.signIn.deleteMany({ where: { userId: id, id: { not: signInId } } })
    await revokeLinks(context, [id])
    await recordAudit(context, { action: 'password-changed', subject: 'user', subjectId: id })
  })
}
