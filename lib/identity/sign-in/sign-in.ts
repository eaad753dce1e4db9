import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Carrier } from '#lib/database/generated/enums.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { displayEmail } from '#lib/identity/display-email.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { type UserId, userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { MAX_SIGN_INS } from '#lib/limits/limits.ts'
import { type Credential, createCredential, hashCredential } from './credential.ts'
import { inHashingQueue } from './hashing-queue.ts'
import { readKnownDevice, signKnownDevice } from './known-device.ts'
import { passwordMatches } from './passwords.ts'
import { firstExpiry } from './sign-in-lifetime.ts'
import { clearFailedSignIns, countSignIn } from './sign-in-limits.ts'
import { endCredential } from './sign-out.ts'

export type SignedIn = {
  credential: Credential
  expiresAt: Date
  user: { id: UserId; name: string; email: string; role: Role }
  /** Value that identifies the device as known at its next sign-in. */
  device: string
}

type SignInInput = {
  email: string
  password: string
  carrier: Carrier
  /** Whether the person chose to stay signed in on this browser. */
  kept?: boolean
  /** The client's address, as determined by lib/http. */
  address: string
  /** Value that the device stored at an earlier sign-in. */
  device?: string
  /** The device's IANA zone. Set for the account if it has none yet. */
  timeZone?: string | null
  /** The device's previous credential, whose sign-in ends. */
  replaces?: Credential | null
}

/**
 * Signs in with e-mail and password. Neither the answer nor its time reveals whether the e-mail exists.
 * @throws Refusal `unauthenticated` for a wrong pair, `rate_limited` after too many failures, `unavailable` if the
 * hashing queue is full
 */
export async function signIn(context: SystemContext, input: SignInInput, secret: string): Promise<SignedIn> {
  const { user, deviceId } = await inHashingQueue(() => checkPassword(context, input, secret))
  const credential = createCredential()
  const { carrier, kept = false } = input
  const expiresAt = firstExpiry({ carrier, kept }, context.now)
  await inTransaction(context, async (context) => {
    await refuseChangedAccount(context, user)
    await createSignIn(context, user.id, input, { credential, expiresAt })
    if (input.timeZone) await setFirstZone(context, user.id, input.timeZone)
  })
  if (input.replaces) await endCredential(context, input.replaces)
  return {
    credential,
    expiresAt,
    user: { id: userId.parse(user.id), name: user.name, email: displayEmail(user.email), role: user.role },
    device: signKnownDevice(user, secret, deviceId ?? undefined),
  }
}

/** Counts the attempt before hashing, so that concurrent guesses are counted too. A success refunds it. */
async function checkPassword(context: SystemContext, input: SignInInput, secret: string) {
  const { email, password, address, device } = input
  const user = await findUser(context, email)
  const deviceId = user && readKnownDevice(device, user, secret)
  const counted = await countSignIn(context, { email, address, deviceId }, secret)
  const matches = await passwordMatches(password, user?.passwordHash ?? null)
  if (!user || !matches) throw new Refusal('unauthenticated', 'wrongCredentials')
  await clearFailedSignIns(context, counted)
  return { user, deviceId }
}

/** Refuses if the person was disabled or the password changed since the check: both end all sign-ins. */
async function refuseChangedAccount(
  { database }: Pick<SystemContext, 'database'>,
  user: { id: string; passwordHash: string | null },
): Promise<void> {
  const holders = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM "User"
    WHERE "id" = ${user.id}::uuid AND "passwordHash" = ${user.passwordHash} AND "disabledAt" IS NULL
    FOR NO KEY UPDATE`
  if (holders.length === 0) throw new Refusal('unauthenticated', 'wrongCredentials')
}

/** Creates the sign-in and deletes the person's oldest ones beyond MAX_SIGN_INS. */
async function createSignIn(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  userId: string,
  { carrier, kept }: SignInInput,
  { credential, expiresAt }: Pick<SignedIn, 'credential' | 'expiresAt'>,
): Promise<void> {
  await database.signIn.create({
    data: { userId, carrier, kept, tokenHash: hashCredential(credential), createdAt: now, expiresAt },
  })
  await database.$executeRaw`
    DELETE FROM "SignIn" WHERE "id" IN (
      SELECT "id" FROM "SignIn" WHERE "userId" = ${userId}::uuid
      ORDER BY "createdAt" DESC, "id" DESC OFFSET ${MAX_SIGN_INS})`
}

/** Sets the zone of an account that has none. No-op if a zone is set. */
async function setFirstZone(
  { database }: Pick<SystemContext, 'database'>,
  id: string,
  timeZone: string,
): Promise<void> {
  await database.user.updateMany({ where: { id, timeZone: null }, data: { timeZone } })
}

async function findUser({ database }: Pick<SystemContext, 'database'>, email: string) {
  // PostgreSQL rejects text with NUL, and no stored address contains one.
  if (email.includes('\u0000')) return null
  return database.user.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, name: true, email: true, role: true, passwordHash: true },
  })
}
