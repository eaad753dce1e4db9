import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { countOrRefuse } from '#lib/limits/count-or-refuse.ts'
import { type Counter, clearAttempts, hashedSubject, refundAttempts } from '#lib/limits/stored-counters.ts'

export type SignInAttempt = {
  email: string
  /** The client's address, as determined by lib/http. */
  address: string
  /** Id of a device that has signed in to this account before (known-device.ts), else null. */
  deviceId: string | null
}

/** Counters of an allowed attempt. The first belongs to the account on this device or address. */
type CountedAttempt = [Counter, ...Counter[]]

/**
 * A known device has its own counter, so that a stranger's failures never block it. Other attempts are counted by
 * account and address, by account (slows guesses from many addresses), and by address.
 * Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
 */
function countersOf({ email, address, deviceId }: SignInAttempt, secret: string): CountedAttempt {
  const hashed = (subject: string) => hashedSubject(subject, secret)
  if (deviceId) return [{ limit: 'sign-in-device', subject: hashed(`${deviceId} ${email}`) }]
  return [
    { limit: 'sign-in-pair', subject: hashed(`${address} ${email}`) },
    { limit: 'sign-in-account', subject: hashed(email) },
    { limit: 'sign-in-address', subject: hashed(address) },
  ]
}

/**
 * Counts a sign-in as failed before its password is checked.
 * @throws Refusal `rate_limited` with the seconds to wait
 */
export async function countSignIn(
  context: Pick<SystemContext, 'database' | 'now'>,
  attempt: SignInAttempt,
  secret: string,
): Promise<CountedAttempt> {
  const counters = countersOf(attempt, secret)
  await countOrRefuse(context, counters, 'tooManyFailures')
  return counters
}

/** Clears the account's failures on this device or address. Failures of other accounts at the address stay counted. */
export async function clearFailedSignIns(
  context: Pick<SystemContext, 'database'>,
  [own, ...shared]: CountedAttempt,
): Promise<void> {
  await clearAttempts(context, own)
  await refundAttempts(context, shared)
}
