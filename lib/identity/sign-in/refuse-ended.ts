import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type Credential, hashCredential } from './credential.ts'

/**
 * The refusal for an ended credential. It says that the account was erased or disabled only if the credential belonged
 * to that account.
 */
export async function refuseEnded(
  { database }: Pick<SystemContext, 'database'>,
  credential: Credential,
): Promise<Refusal> {
  const ended = await database.endedSignIn.findUnique({
    where: { tokenHash: hashCredential(credential) },
    select: { user: { select: { erasedAt: true, disabledAt: true } } },
  })
  if (ended?.user.erasedAt) return new Refusal('unauthenticated', 'accountErased', { account: 'erased' })
  if (ended?.user.disabledAt)
    return new Refusal('unauthenticated', 'accountDisabled', { account: 'disabled' })
  return new Refusal('unauthenticated', 'signInEnded')
}
