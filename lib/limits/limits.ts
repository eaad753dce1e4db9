import type { RequestLimit } from '#lib/kernel/endpoint.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How often something may be done. Times are in ms. */
export type Limit = {
  /** Attempts within the window; at least 2. */
  most: number
  /** Length of the window, which begins with the first attempt. */
  window: number
  /**
   * Set for guesses at a secret. The pause after the last free attempt, doubled by each later attempt up to
   * the window's length. The window begins again with each attempt, or when its pause ends. Without it, the pause
   * ends with the window.
   */
  firstPause?: number
}

const guesses = (most: number): Limit => ({ most, window: 15 * MINUTE, firstPause: 15 * SECOND })

/** Limits that guard secrets. The database counts them, so they hold for all instances together. */
export const storedLimits = {
  /** Failed sign-ins to one account from one address. */
  'sign-in-pair': guesses(5),
  /** Failed sign-ins to one account from anywhere. */
  'sign-in-account': guesses(50),
  /** Failed sign-ins from one address; a school may share one. */
  'sign-in-address': guesses(100),
  /** Failed sign-ins to one account on a device that has signed in to it before. */
  'sign-in-device': guesses(5),
  /** Wrong current passwords, per person. */
  'password-change': guesses(5),
  /** Requests for a reset link for one account from one address, and from one address. */
  'reset-pair': guesses(5),
  'reset-address': guesses(20),
  /** Pairing codes shown to screens of one address; more than a school has rooms. */
  'hall-codes': { most: 50, window: 5 * MINUTE },
  /** Wrong pairing codes, per person. */
  'hall-pairing': { most: 5, window: 10 * MINUTE },
} as const satisfies Record<string, Limit>

export type StoredLimit = keyof typeof storedLimits

/** Limits of what signed-in people send. Each instance counts them in memory, so that no request needs a statement. */
export const requestLimits = {
  /** Chat messages, per person and session. */
  messages: { most: 20, window: 10 * SECOND },
  /** Hands, pace, reactions, knocks, moderation and the like together, per person and session. */
  'room-acts': { most: 30, window: 10 * SECOND },
  /** LiveKit tokens, per person. */
  tokens: { most: 20, window: MINUTE },
} as const satisfies Record<RequestLimit, Limit>

/** Sign-ins that a person can have at once; the next one ends the oldest. */
export const MOST_SIGN_INS = 50

/** Event streams that a person can have open at an instance; the next one ends the oldest. */
export const MOST_STREAMS = 10
