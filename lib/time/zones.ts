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
 * What the zone's clocks show at an instant, `2027-10-28T23:00`, and whether they show it for the second time.
 * Seconds are kept where there are any.
 */
export function wallOf(at: Date, zone: string): { wallStart: string; wallLater: boolean } {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const wall = there.toPlainDateTime()
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const seconds = wall.second !== 0 || wall.millisecond !== 0
  return {
    wallStart: wall.toString({ smallestUnit: seconds ? 'millisecond' : 'minute' }),
    wallLater: first.epochMilliseconds !== there.epochMilliseconds,
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

/** When a zone's clocks show a wall time, as ISO 8601 in UTC. */
export type ResolvedWallTime =
  | { kind: 'once'; at: string }
  /** Clocks go back, and show it again. */
  | { kind: 'twice'; earlier: string; later: string }
  /** Clocks go forward, and skip it: the instants at which they show as much before, and as much after the gap. */
  | { kind: 'skipped'; before: string; after: string }

/** Whether the zone's clocks show a wall time once, twice or never, and when. @throws RangeError where it is no time */
export function resolveWallTime({ date, time }: WallTime, zone: string): ResolvedWallTime {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  )
  if (!early || !late) throw new RangeError('two readings')
  const [earlier, later] = [iso(early), iso(late)]
  if (earlier === later) return { kind: 'once', at: earlier }
  return early.toPlainDateTime().equals(wall)
    ? { kind: 'twice', earlier, later }
    : { kind: 'skipped', before: earlier, after: later }
}

function iso(there: Temporal.ZonedDateTime): string {
  return new Date(there.epochMilliseconds).toISOString()
}

/** The first instant of the day in the zone; days begin late where clocks go forward at midnight. */
export function startOfDay(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}

/** The day `count` days later, or earlier for a negative count. */
export function addDays(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ days: count }).toString()
}

/** How many days later the second day is than the first. */
export function daysBetween(first: string, second: string): number {
  return Temporal.PlainDate.from(first).until(second).days
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
