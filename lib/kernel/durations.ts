/** Units of time, named with the unit that they are counted in. Imports nothing, because the browser uses them too. */
export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const WEEK_MS = 7 * DAY_MS

export const MINUTE_S = 60
export const HOUR_S = 60 * MINUTE_S
export const DAY_S = 24 * HOUR_S
export const YEAR_S = 365 * DAY_S

export const MINUTES_PER_DAY = 24 * 60
