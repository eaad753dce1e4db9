import type { Carrier } from '#lib/database/generated/enums.ts'
import { DAY_MS, HOUR_MS } from '#lib/kernel/durations.ts'

/** How a sign-in is carried, and whether the person chose to stay signed in on this browser. */
export type SignInKind = { carrier: Carrier; kept: boolean }

/** A kept sign-in, and the cookie that carries it. */
export const KEPT_SIGN_IN_DAYS = 30

/** Lifetime of a sign-in after its last use (`idle`) and in total (`longest`), in ms. */
const lifetimes = {
  web: { idle: 8 * HOUR_MS, longest: 30 * DAY_MS },
  kept: { idle: KEPT_SIGN_IN_DAYS * DAY_MS, longest: KEPT_SIGN_IN_DAYS * DAY_MS },
  bearer: { idle: 30 * DAY_MS, longest: 180 * DAY_MS },
}

function lifetimeOf({ carrier, kept }: SignInKind) {
  return carrier === 'web' && kept ? lifetimes.kept : lifetimes[carrier]
}

/** A session completes at most 4 hours after its end (docs/contract.md, "Sessions"). */
const LONGEST_OVERTIME_MS = 4 * HOUR_MS

export type SignInTimes = SignInKind & { createdAt: Date; expiresAt: Date }

/** The expiry of a new sign-in, unless use extends it. */
export function firstExpiry(kind: SignInKind, now: Date): Date {
  return new Date(now.getTime() + lifetimeOf(kind).idle)
}

/** The new expiry of a sign-in that is used now, or null if it would move by an hour or less. */
export function renewedExpiry(signIn: SignInTimes, now: Date): Date | null {
  const { idle, longest } = lifetimeOf(signIn)
  const renewed = Math.min(now.getTime() + idle, signIn.createdAt.getTime() + longest)
  return renewed - signIn.expiresAt.getTime() > HOUR_MS ? new Date(renewed) : null
}

/** The expiry that a sign-in needs to outlast a class, or null if the current one is late enough. */
export function expiryForClass(
  signIn: Pick<SignInTimes, 'expiresAt'>,
  classEndsAt: Date,
  now: Date,
): Date | null {
  const latestEnd = Math.max(classEndsAt.getTime(), now.getTime()) + LONGEST_OVERTIME_MS
  return latestEnd > signIn.expiresAt.getTime() ? new Date(latestEnd) : null
}
