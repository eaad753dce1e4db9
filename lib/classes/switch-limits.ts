import { MINUTES_PER_DAY } from '#lib/kernel/durations.ts'

/** How long before the start students may switch seats. Without Zod, because the form uses it too. */
export const USUAL_SWITCH_MINUTES = 60
export const MAX_SWITCH_MINUTES = 7 * MINUTES_PER_DAY
