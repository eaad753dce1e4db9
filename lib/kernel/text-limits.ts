/** The longest texts that our API takes, in code points. Without Zod, because forms count by them too. */
export const MAX_LENGTH = {
  message: 4_000,
  name: 120,
  email: 254,
  newPassword: 128,
  /** At sign-in anything may be tried. */
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
