const LOCALE = 'en-GB'

const weekday = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', weekday: 'short' })
const longDay = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: 'numeric', month: 'long' })

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

/** `Tuesday 24 November` */
export function longDayOf(day: string): string {
  return longDay.format(noonOf(day)).replace(',', '')
}

/** `23–29 November` for days in order; with the year where that is another one than today's. */
export function periodOf(days: string[], today: string): string {
  const first = days.at(0) ?? today
  const last = days.at(-1) ?? today
  const period = first === last ? longDayOf(first) : spanOf(first, last)
  return yearOf(last) === yearOf(today) ? period : `${period} ${yearOf(last)}`
}

function yearOf(day: string): number {
  return noonOf(day).getUTCFullYear()
}

function spanOf(first: string, last: string): string {
  return dayAndMonth.formatRange(noonOf(first), noonOf(last)).replace(/^(\d+)\s–\s(?=\d+ \p{L}+$)/u, '$1–')
}
