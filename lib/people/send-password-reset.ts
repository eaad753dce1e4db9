import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { lockPersonAsAdmin } from '#lib/identity/lock-person.ts'
import { createPasswordReset } from '#lib/identity/password-links/create-password-reset.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ManagedPerson } from './api.ts'
import { findUser } from './find-user.ts'

/**
 * Sends a person a password reset link, as an admin. The current password works until the link is used.
 * @throws Refusal `not_found`, `forbidden`, `conflict` (has no password yet, is disabled, or was erased)
 */
export async function sendPasswordReset(
  context: Context,
  { userId: id }: { userId: UserId },
): Promise<ManagedPerson> {
  await findUser(context, { userId: id })
  return inTransaction(context, async (context) => {
    const person = await lockPersonAsAdmin(context, id)
    if (person.disabled) throw new Refusal('conflict', 'mayNotSignIn')
    if (!person.hasPassword) throw new Refusal('conflict', 'passwordNotSet')
    await createPasswordReset(context, id)
    await recordAudit(context, { action: 'password_reset_sent', subject: 'user', subjectId: id })
    return findUser(context, { userId: id })
  })
}
