import 'server-only'
import { revokeLinks } from '#lib/identity/invitations/revoke-links.ts'
import type { SystemContext } from '#lib/process/context.ts'

/**
 * Ends the sign-ins of a person, except one of them, and revokes their links that set a password. Call it in the
 * transaction that changes the password or the right to sign in.
 */
export async function endSignIns(
  context: Pick<SystemContext, 'database' | 'now'>,
  userId: string,
  except?: string,
): Promise<void> {
  await context.database.signIn.deleteMany({ where: { userId, id: { not: except } } })
  await revokeLinks(context, [userId])
}
