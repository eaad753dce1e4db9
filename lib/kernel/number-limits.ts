/** Maximum numbers in the API. Without Zod, because forms use them too. */
export const MAX_NUMBER = {
  /** Seats of a class or a session, and people in a location. */
  capacity: 1_000,
  /** Addresses invited by one request. */
  invited: 200,
  /** Dates of a series: four years of weekly sessions. */
  seriesDates: 200,
} as const
