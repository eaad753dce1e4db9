import { DAY_S, HOUR_S, MINUTE_S } from '#lib/kernel/durations.ts'

const format = new Intl.RelativeTimeFormat('en-GB')

/**
 * `2 minutes ago`. An instant in the future, due to a slow clock, gives `1 second ago`. Instants are in ms since 1970.
 */
export function timeAgo(at: number, now: number): string {
  const seconds = Math.max(1, Math.floor((now - at) / 1000))
  if (seconds < MINUTE_S) return format.format(-seconds, 'second')
  if (seconds < HOUR_S) return format.format(-Math.floor(seconds / MINUTE_S), 'minute')
  if (seconds < DAY_S) return format.format(-Math.floor(seconds / HOUR_S), 'hour')
  return format.format(-Math.floor(seconds / DAY_S), 'day')
}
