import { dayKey, formatDay, formatZonedTime } from '#lib/time/format.ts'

/** The time of a check, as values for the catalogue's sentences. */
export function checkedAtValues(checkedAt: string, now: string, zone: string) {
  return {
    day: dayKey(checkedAt, zone) === dayKey(now, zone) ? 'today' : 'other',
    date: formatDay(checkedAt, zone),
    time: formatZonedTime(checkedAt, zone),
  }
}
