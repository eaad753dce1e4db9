import 'server-only'
import type { Carrier } from '#lib/database/generated/enums.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { Role } from '#lib/identity/actor.ts'
import { type UserId, userId } from '#lib/identity/ids.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { type Credential, createCredential, hashCredential } from './credential.ts'
import { passwordMatches } from './passwords.ts'
import { firstExpiry } from './sign-in-life.ts'
import { type Attempt, countFailure, forgetFailures, refuseBlockedAttempt } from './sign-in-limits.ts'

export type SignedIn = {
  credential: Credential
  expiresAt: Date
  user: { id: UserId; name: string; email: string; role: Role }
}

type SignInInput = { email: string; password: string; carrier: Carrier } & Omit<Attempt, 'email'>

/**
 * Signs in with e-mail and password. Whether the e-mail exists shows neither in words nor in time.
 * @throws Refusal `unauthenticated` for a wrong pair, `rate_limited` after too many failures
 */
export async function signIn(
  context: SystemContext,
  { password, carrier, ...attempt }: SignInInput,
  secret: string,
): Promise<SignedIn> {
  const { database, now } = context
  await refuseBlockedAttempt(context, attempt, secret)
  const user = await findUser(context, attempt.email)
  const matches = await passwordMatches(password, user?.passwordHash ?? null)
  if (!user || !matches) {
    await countFailure(context, attempt, secret)
    throw new Refusal('unauthenticated', 'wrongPair')
  }
  await refuseBlockedAttempt(context, attempt, secret)
  await forgetFailures(context, attempt, secret)
  const credential = createCredential()
  const expiresAt = firstExpiry(carrier, now)
  await database.signIn.create({
    data: { userId: user.id, carrier, tokenHash: hashCredential(credential), createdAt: now, expiresAt },
  })
  return {
    credential,
    expiresAt,
    user: { id: userId.parse(user.id), name: user.name, email: user.email, role: user.role },
  }
}

async function findUser({ database }: Pick<SystemContext, 'database'>, email: string) {
  // PostgreSQL refuses text with NUL; nobody has such an address.
  if (email.includes('\u0000')) return null
  return database.user.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, name: true, email: true, role: true, passwordHash: true },
  })
}
