import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import { signInId, userId } from '#lib/kernel/ids.ts'
import { type Credential, hashCredential } from './credential.ts'
import { renewedExpiry, type SignInTimes } from './sign-in-lifetime.ts'

/**
 * The user of a credential, read from the database: disabling, a role change, a sign-out or a password change takes
 * effect at the next request. Use extends the sign-in; that is written at most once an hour.
 * Null if the credential is unknown or expired, or its user is disabled.
 */
export async function findActor(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  credential: Credential,
): Promise<Actor | null> {
  const [found] = await database.$queryRaw<(Actor & SignInTimes)[]>`
    SELECT person."id", person."role"::text, person."name", person."email", person."timeZone", person."locale",
      signed."id" AS "signInId", signed."carrier"::text, signed."kept", signed."createdAt", signed."expiresAt"
    FROM "SignIn" signed
    JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
    WHERE signed."tokenHash" = ${hashCredential(credential)} AND signed."expiresAt" > ${now}`
  if (!found) return null
  const { carrier, kept, createdAt, expiresAt, ...actor } = found
  const renewed = renewedExpiry({ carrier, kept, createdAt, expiresAt }, now)
  if (renewed) await extendSignIn({ database }, actor.signInId, renewed)
  return {
    ...actor,
    id: userId.parse(actor.id),
    email: displayEmail(actor.email),
    signInId: signInId.parse(actor.signInId),
  }
}

/** Moves a sign-in's expiry later, never earlier. */
export async function extendSignIn(
  { database }: Pick<SystemContext, 'database'>,
  id: string,
  expiresAt: Date,
) {
  await database.signIn.updateMany({ where: { id, expiresAt: { lt: expiresAt } }, data: { expiresAt } })
}
