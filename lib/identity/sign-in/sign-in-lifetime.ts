import type { Carrier } from '#lib/database/generated/enums.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** How a sign-in is carried, and whether its person chose to stay signed in on this browser. */
export type SignInKind = { carrier: Carrier; kept: boolean }

/** How long a sign-in lasts after its last use, and at most, in ms. */
const lifetimes = {
  web: { idle: 8 * HOUR, longest: 30 * DAY },
  kept: { idle: 30 * DAY, longest: 30 * DAY },
  bearer: { idle: 30 * DAY, longest: 180 * DAY },
}

function lifetimeOf({ carrier, kept }: SignInKind) {
  return carrier === 'web' && kept ? lifetimes.kept : lifetimes[carrier]
}

/** A session completes at the latest 4 hours after its end (docs/contract.md, "Sessions"). */
const LONGEST_OVERTIME = 4 * HOUR

export type SignInTimes = SignInKind & { createdAt: Date; expiresAt: Date }

/** When a sign-in that is made now ends, unless it is used. */
export function firstExpiry(kind: SignInKind, now: Date): Date {
  return new Date(now.getTime() + lifetimeOf(kind).idle)
}

/** The new end of a sign-in that is used now, or null where the present one is late enough (an hour's grain). */
export function renewedExpiry(signIn: SignInTimes, now: Date): Date | null {
  const { idle, longest } = lifetimeOf(signIn)
  const renewed = Math.min(now.getTime() + idle, signIn.createdAt.getTime() + longest)
  return renewed - signIn.expiresAt.getTime() > HOUR ? new Date(renewed) : null
}

/** The end that a sign-in needs so that it does not run out in a class, or null where it lasts that long. */
export function expiryForClass(
  signIn: Pick<SignInTimes, 'expiresAt'>,
  classEndsAt: Date,
  now: Date,
): Date | null {
  const latestEnd = Math.max(classEndsAt.getTime(), now.getTime()) + LONGEST_OVERTIME
  return latestEnd > signIn.expiresAt.getTime() ? new Date(latestEnd) : null
}
