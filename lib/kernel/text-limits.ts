/** Maximum lengths of texts in the API, in code points. Without Zod, because forms use them too. */
export const MAX_LENGTH = {
  message: 4_000,
  name: 120,
  email: 254,
  newPassword: 128,
  /** Sign-in accepts any attempt up to this length. */
  triedPassword: 1_024,
  title: 160,
  shortTitle: 40,
  location: 80,
  holiday: 80,
  cancelReason: 500,
  removalReason: 300,
  recurrenceRule: 300,
  search: 120,
} as const

export const MIN_PASSWORD_LENGTH = 8

/** Exact length of the code that a room display shows for pairing. */
export const PAIRING_CODE_LENGTH = 6
