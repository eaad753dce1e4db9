import 'server-only'
import { type Credential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import { renewedExpiry } from '#lib/identity/sign-in/sign-in-life.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { Actor } from './actor.ts'
import { signInId, userId } from './ids.ts'

/**
 * Who a credential belongs to, read from the database: a disabled user, a changed role, a sign-out or a changed
 * password holds at the next request. Use keeps a sign-in alive; that is written at most once an hour.
 * Null where the credential is unknown, has run out, or its user is disabled.
 */
export async function findActor(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  credential: Credential,
): Promise<Actor | null> {
  const signIn = await database.signIn.findUnique({
    where: { tokenHash: hashCredential(credential), expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      id: true,
      carrier: true,
      createdAt: true,
      expiresAt: true,
      user: { select: { id: true, role: true, name: true, email: true, timeZone: true, locale: true } },
    },
  })
  if (!signIn) return null
  const expiresAt = renewedExpiry(signIn, now)
  if (expiresAt) await extendSignIn({ database }, signIn.id, expiresAt)
  return { ...signIn.user, id: userId.parse(signIn.user.id), signInId: signInId.parse(signIn.id) }
}

/** Moves a sign-in's end, never back. */
export async function extendSignIn(
  { database }: Pick<SystemContext, 'database'>,
  id: string,
  expiresAt: Date,
) {
  await database.signIn.updateMany({ where: { id, expiresAt: { lt: expiresAt } }, data: { expiresAt } })
}
