import { MINUTE_MS, SECOND_MS } from '#lib/kernel/durations.ts'
import type { RequestLimit } from '#lib/kernel/endpoint.ts'

/** A rate limit. Times are in ms. */
export type Limit = {
  /** Attempts within the window; at least 2. */
  max: number
  /** Length of the window, which begins with the first attempt. */
  windowMs: number
  /**
   * Set for guesses at a secret: the pause after the last free attempt. Each later attempt doubles it, up to the
   * length of the window. The window restarts with each attempt, or when its pause ends. Without it, the pause ends
   * with the window.
   */
  firstPauseMs?: number
}

const guessLimit = (most: number): Limit => ({
  max: most,
  windowMs: 15 * MINUTE_MS,
  firstPauseMs: 15 * SECOND_MS,
})

/** Limits that guard secrets. Counted in the database, so they apply to all instances together. */
export const storedLimits = {
  /** Failed sign-ins to one account from one address. */
  'sign-in-pair': guessLimit(5),
  /** Failed sign-ins to one account from anywhere. */
  'sign-in-account': guessLimit(50),
  /** Failed sign-ins from one address; a school may share one. */
  'sign-in-address': guessLimit(100),
  /** Failed sign-ins to one account on a device that has signed in to it before. */
  'sign-in-device': guessLimit(5),
  /** Wrong current passwords, per person. */
  'password-change': guessLimit(5),
  /** Requests for a reset link for one account from one address, and from one address. */
  'reset-pair': guessLimit(5),
  'reset-address': guessLimit(20),
  /** Pairing codes shown to screens from one address; more than a school has rooms. */
  'pairing-codes': { max: 50, windowMs: 5 * MINUTE_MS },
  /** Wrong pairing codes, per person. */
  'pairing-attempts': { max: 5, windowMs: 10 * MINUTE_MS },
} as const satisfies Record<string, Limit>

export type StoredLimit = keyof typeof storedLimits

/** Limits for signed-in users. Each instance counts in memory, so that no request needs a statement. */
export const requestLimits = {
  /** Chat messages, per person and session. */
  messages: { max: 20, windowMs: 10 * SECOND_MS },
  /** Hands, pace, reactions, entry requests, moderation and similar together, per person and session. */
  'room-actions': { max: 30, windowMs: 10 * SECOND_MS },
  /** LiveKit tokens, per person. */
  tokens: { max: 20, windowMs: MINUTE_MS },
} as const satisfies Record<RequestLimit, Limit>

/** Maximum number of concurrent sign-ins per person; the next sign-in ends the oldest. */
export const MAX_SIGN_INS = 50

/** Maximum number of open event streams per person and instance; the next stream ends the oldest. */
export const MAX_STREAMS = 10
