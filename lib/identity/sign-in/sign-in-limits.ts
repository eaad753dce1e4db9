import 'server-only'
import { createHmac } from 'node:crypto'
import { Refusal } from '#lib/http/refusal.ts'
import type { SystemContext } from '#lib/process/context.ts'

const WINDOW_MS = 15 * 60 * 1000
const FIRST_DELAY_MS = 15_000
const LONGEST_DELAY_MS = WINDOW_MS

/** Failures that are free within the window, by what they are counted for. */
const free = { pair: 5, account: 50, address: 100, browser: 5 }

type Counting = Pick<SystemContext, 'database' | 'now'>

export type Attempt = {
  email: string
  /** The client's address, as lib/http knows it. */
  address: string
  /** Set where this browser has signed in to this account before (known-browser.ts). */
  knownBrowser: string | null
}

/** What is counted: a key that tells nobody's address, and how often it is free within the window. */
export type Counted = { key: string; free: number }

/** A key to count by: an HMAC, so that the table tells nobody's address. */
export function counterKey(kind: string, of: string, secret: string): string {
  return createHmac('sha256', secret).update(`${kind}:${of}`).digest('base64url')
}

/**
 * What an attempt's failures are counted for. A known browser has a count of its own, so that a stranger's failures
 * never keep it out; everybody else is counted by account and address, by address, and by account, which stops
 * guesses at one account from many addresses.
 * Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
 */
function countersOf({ email, address, knownBrowser }: Attempt, secret: string): Counted[] {
  const key = (kind: string, of: string) => counterKey(kind, of, secret)
  if (knownBrowser) return [{ key: key('browser', `${knownBrowser} ${email}`), free: free.browser }]
  return [
    { key: key('pair', `${address} ${email}`), free: free.pair },
    { key: key('account', email), free: free.account },
    { key: key('address', address), free: free.address },
  ]
}

/**
 * Asks whether the attempt may be looked at. Ask before the password is checked, and again after: guesses that were
 * sent at once all pass the first time.
 * @throws Refusal `rate_limited` with the seconds to wait
 */
export async function refuseBlockedAttempt(
  context: Counting,
  attempt: Attempt,
  secret: string,
): Promise<void> {
  await refuseBlocked(context, countersOf(attempt, secret), 'tooManyFailures')
}

/** The same for anything that is counted. @throws Refusal `rate_limited` with the seconds to wait */
export async function refuseBlocked(
  { database, now }: Counting,
  counters: Counted[],
  reason: 'tooManyFailures' | 'tooManyRequests',
): Promise<void> {
  const keys = counters.map(({ key }) => key)
  const blocked = await database.signInFailure.findFirst({
    where: { key: { in: keys }, blockedUntil: { gt: now } },
    orderBy: { blockedUntil: 'desc' },
    select: { blockedUntil: true },
  })
  if (!blocked?.blockedUntil) return
  const seconds = Math.ceil((blocked.blockedUntil.getTime() - now.getTime()) / 1000)
  throw new Refusal('rate_limited', reason, { values: { seconds }, retryAfter: seconds })
}

/** Counts a failure. From the free ones on, each one doubles the delay: 15 s, 30 s, … 15 minutes. */
export async function countFailure(context: Counting, attempt: Attempt, secret: string): Promise<void> {
  await countOnce(context, countersOf(attempt, secret))
}

/** Counts once more for each key, with the same delays. */
export async function countOnce({ database, now }: Counting, counters: Counted[]): Promise<void> {
  const expiresAt = new Date(now.getTime() + WINDOW_MS)
  for (const counter of counters) {
    await database.$executeRaw`
      INSERT INTO "SignInFailure" AS known ("key", "failures", "expiresAt") VALUES (${counter.key}, 1, ${expiresAt})
      ON CONFLICT ("key") DO UPDATE SET
        "failures" = CASE WHEN known."expiresAt" < ${now} THEN 1 ELSE known."failures" + 1 END,
        "blockedUntil" = CASE
          WHEN known."expiresAt" < ${now} OR known."failures" + 1 < ${counter.free}::int THEN NULL
          ELSE ${now}::timestamptz + least(
            ${LONGEST_DELAY_MS}::float8,
            ${FIRST_DELAY_MS}::float8 * power(2, least(known."failures" + 1 - ${counter.free}::int, 20))
          ) * interval '1 millisecond' END,
        "expiresAt" = ${expiresAt}`
  }
}

/** A right sign-in forgets the failures of its account from there; those of the address stay counted. */
export async function forgetFailures(
  { database }: Pick<SystemContext, 'database'>,
  attempt: Attempt,
  secret: string,
): Promise<void> {
  const [own] = countersOf(attempt, secret)
  if (own) await database.signInFailure.deleteMany({ where: { key: own.key } })
}
