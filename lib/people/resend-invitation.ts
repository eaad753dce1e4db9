import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { lockPersonAsAdmin } from '#lib/identity/lock-person.ts'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { revokeLinks } from '#lib/identity/revoke-links.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ManagedPerson } from './api.ts'
import { findUser } from './find-user.ts'

/**
 * Invites a person who has no password yet again. The earlier link stops working.
 * @throws Refusal `not_found`, `forbidden`, `conflict` (has a password, is disabled, or was erased)
 */
export async function resendInvitation(
  context: Context,
  { userId: id }: { userId: UserId },
): Promise<ManagedPerson> {
  await findUser(context, { userId: id })
  return inTransaction(context, async (context) => {
    const person = await lockPersonAsAdmin(context, id)
    if (person.hasPassword) throw new Refusal('conflict', 'invitationAccepted')
    if (person.disabled) throw new Refusal('conflict', 'mayNotSignIn')
    await revokeLinks(context, [id], 'invitation')
    await createInvitations(context, [id], null)
    await recordAudit(context, { action: 'user_invited', subject: 'user', subjectId: id })
    return findUser(context, { userId: id })
  })
}
