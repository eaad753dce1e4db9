import type { Carrier } from '#lib/database/generated/enums.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** How a sign-in is carried, and whether the person chose to stay signed in on this browser. */
export type SignInKind = { carrier: Carrier; kept: boolean }

/** Lifetime of a sign-in after its last use (`idle`) and in total (`longest`), in ms. */
const lifetimes = {
  web: { idle: 8 * HOUR, longest: 30 * DAY },
  kept: { idle: 30 * DAY, longest: 30 * DAY },
  bearer: { idle: 30 * DAY, longest: 180 * DAY },
}

function lifetimeOf({ carrier, kept }: SignInKind) {
  return carrier === 'web' && kept ? lifetimes.kept : lifetimes[carrier]
}

/** A session completes at most 4 hours after its end (docs/contract.md, "Sessions"). */
const LONGEST_OVERTIME = 4 * HOUR

export type SignInTimes = SignInKind & { createdAt: Date; expiresAt: Date }

/** The expiry of a new sign-in, unless use extends it. */
export function firstExpiry(kind: SignInKind, now: Date): Date {
  return new Date(now.getTime() + lifetimeOf(kind).idle)
}

/** The new expiry of a sign-in that is used now, or null if it would move by an hour or less. */
export function renewedExpiry(signIn: SignInTimes, now: Date): Date | null {
  const { idle, longest } = lifetimeOf(signIn)
  const renewed = Math.min(now.getTime() + idle, signIn.createdAt.getTime() + longest)
  return renewed - signIn.expiresAt.getTime() > HOUR ? new Date(renewed) : null
}

/** The expiry that a sign-in needs to outlast a class, or null if the current one is late enough. */
export function expiryForClass(
  signIn: Pick<SignInTimes, 'expiresAt'>,
  classEndsAt: Date,
  now: Date,
): Date | null {
  const latestEnd = Math.max(classEndsAt.getTime(), now.getTime()) + LONGEST_OVERTIME
  return latestEnd > signIn.expiresAt.getTime() ? new Date(latestEnd) : null
}
