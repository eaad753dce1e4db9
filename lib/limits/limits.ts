import type { RequestLimit } from '#lib/kernel/endpoint.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How often something may be done. Times are in ms. */
export type Limit = {
  /** Attempts within the window; at least 2. */
  max: number
  /** Length of the window, which begins with the first attempt. */
  windowMs: number
  /**
   * Set for guesses at a secret. The pause after the last free attempt, doubled by each later attempt up to
   * the window's length. The window begins again with each attempt, or when its pause ends. Without it, the pause
   * ends with the window.
   */
  firstPauseMs?: number
}

const guessLimit = (most: number): Limit => ({ max: most, windowMs: 15 * MINUTE, firstPauseMs: 15 * SECOND })

/** Limits that guard secrets. The database counts them, so they hold for all instances together. */
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
  /** Pairing codes shown to screens of one address; more than a school has rooms. */
  'pairing-codes': { max: 50, windowMs: 5 * MINUTE },
  /** Wrong pairing codes, per person. */
  'pairing-attempts': { max: 5, windowMs: 10 * MINUTE },
} as const satisfies Record<string, Limit>

export type StoredLimit = keyof typeof storedLimits

/** Limits of what signed-in people send. Each instance counts them in memory, so that no request needs a statement. */
export const requestLimits = {
  /** Chat messages, per person and session. */
  messages: { max: 20, windowMs: 10 * SECOND },
  /** Hands, pace, reactions, knocks, moderation and the like together, per person and session. */
  'room-actions': { max: 30, windowMs: 10 * SECOND },
  /** LiveKit tokens, per person. */
  tokens: { max: 20, windowMs: MINUTE },
} as const satisfies Record<RequestLimit, Limit>

/** Sign-ins that a person can have at once; the next one ends the oldest. */
export const MAX_SIGN_INS = 50

/** Event streams that a person can have open at an instance; the next one ends the oldest. */
export const MAX_STREAMS = 10
