import type { MinuteSpan } from './split-by-day.ts'

export type Hours = { from: number; to: number }

const SCHOOL_DAY: Hours = { from: 8, to: 21 }

/** The hours of the grid: a school day, extended as far as the sessions need. */
export function shownHours(stretches: MinuteSpan[]): Hours {
  return {
    from: Math.min(SCHOOL_DAY.from, ...stretches.map(({ start }) => Math.floor(start / 60))),
    to: Math.max(SCHOOL_DAY.to, ...stretches.map(({ end }) => Math.ceil(end / 60))),
  }
}
