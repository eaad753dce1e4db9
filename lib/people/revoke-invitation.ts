import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { lockPersonAsAdmin } from '#lib/identity/lock-person.ts'
import { revokeLinks } from '#lib/identity/revoke-links.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import type { ManagedPerson } from './api.ts'
import { findUser } from './find-user.ts'

/**
 * Revokes a person's invitation. No-op if none is open.
 * @throws Refusal `not_found`, `forbidden`, `conflict` (was erased)
 */
export async function revokeInvitation(
  context: Context,
  { userId: id }: { userId: UserId },
): Promise<ManagedPerson> {
  await findUser(context, { userId: id })
  return inTransaction(context, async (context) => {
    await lockPersonAsAdmin(context, id)
    const revoked = await revokeLinks(context, [id], 'invitation')
    if (revoked > 0)
      await recordAudit(context, { action: 'invitation_revoked', subject: 'user', subjectId: id })
    return findUser(context, { userId: id })
  })
}
