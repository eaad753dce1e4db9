import { dayKey, formatDay, formatZonedTime } from '#lib/time/format.ts'

/** When a check was, as the catalogue's sentences about it are filled. */
export function checkedAtValues(checkedAt: string, now: string, zone: string) {
  return {
    day: dayKey(checkedAt, zone) === dayKey(now, zone) ? 'today' : 'other',
    date: formatDay(checkedAt, zone),
    time: formatZonedTime(checkedAt, zone),
  }
}
