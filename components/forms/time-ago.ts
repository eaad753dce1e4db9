const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const format = new Intl.RelativeTimeFormat('en-GB')

/** `2 minutes ago`. What lies ahead, by a clock that is slow, was a second ago. Instants are in ms since 1970. */
export function timeAgo(at: number, now: number): string {
  const seconds = Math.max(1, Math.floor((now - at) / 1000))
  if (seconds < MINUTE) return format.format(-seconds, 'second')
  if (seconds < HOUR) return format.format(-Math.floor(seconds / MINUTE), 'minute')
  if (seconds < DAY) return format.format(-Math.floor(seconds / HOUR), 'hour')
  return format.format(-Math.floor(seconds / DAY), 'day')
}
