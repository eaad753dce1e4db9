import 'server-only'
import { Temporal } from 'temporal-polyfill'

export type WallTime = { date: string; time: string }

/** What a clock on the wall of the zone shows at the instant: `2026-11-24` and `18:00`. */
export function wallTime(iso: string, zone: string): WallTime {
  const there = Temporal.Instant.from(iso).toZonedDateTimeISO(zone)
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/**
 * The instant at which the zone's clocks show this wall time, as ISO 8601 in UTC; null where they never do
 * (clocks go forward) or where the text is no time. A time that comes twice means the earlier one.
 */
export function instantOf({ date, time }: WallTime, zone: string): string | null {
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
    const there = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
    return there.toPlainDateTime().equals(wall) ? new Date(there.epochMilliseconds).toISOString() : null
  } catch {
    return null
  }
}

/** The first instant of the day in the zone; days begin late where clocks go forward at midnight. */
export function startOfDay(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}

/** The day `count` days later, or earlier for a negative count. */
export function addDays(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ days: count }).toString()
}

/** The Monday of the day's week. */
export function startOfWeek(day: string): string {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)
}

/** Whether the text is a day such as 2026-11-24. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
