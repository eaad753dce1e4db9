import { formatLongDay } from '#lib/time/format.ts'

const LOCALE = 'en-GB'

const weekday = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', weekday: 'short' })
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: 'numeric', month: 'long' })
const dayMonthAndYear = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** `Tue` of 2026-11-24 */
export function weekdayOf(day: string): string {
  return weekday.format(noonOf(day))
}

/** `24` of 2026-11-24 */
export function numberOf(day: string): number {
  return noonOf(day).getUTCDate()
}

/** `Tuesday 24 November`, with the year if it differs from today's. */
export function longDayOf(day: string, today?: string): string {
  const now = today === undefined ? undefined : noonOf(today).toISOString()
  return formatLongDay(noonOf(day).toISOString(), 'UTC', now)
}

/** `23–29 November` for sorted days, with the year if it differs from today's. */
export function periodOf(days: string[], today: string): string {
  const first = days.at(0) ?? today
  const last = days.at(-1) ?? today
  if (first === last) return longDayOf(first, today)
  const isOfThisYear = [first, last].every((day) => yearOf(day) === yearOf(today))
  return (isOfThisYear ? dayAndMonth : dayMonthAndYear)
    .formatRange(noonOf(first), noonOf(last))
    .replace(/^(\d+)\s–\s(?=\d+ \p{L}+( \d+)?$)/u, '$1–')
}

function yearOf(day: string): number {
  return noonOf(day).getUTCFullYear()
}
