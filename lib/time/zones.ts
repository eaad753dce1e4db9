import 'server-only'
import { Temporal } from 'temporal-polyfill'

export type WallTime = { date: string; time: string }

/** The instant as clocks of the zone show it, for libraries that understand Temporal. */
export function zonedTime(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
}

/** What a clock on the wall of the zone shows at the instant: `2026-11-24` and `18:00`. */
export function wallTime(iso: string, zone: string): WallTime {
  const there = Temporal.Instant.from(iso).toZonedDateTimeISO(zone)
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** How often the clocks of a zone show a wall time; instants are ISO 8601 in UTC. */
export type ResolvedWallTime =
  | { kind: 'once'; at: string }
  | { kind: 'twice'; earlier: string; later: string }
  /**
   * Clocks jump over it: `before` and `after` lie as far from the jump as one could mean, and `resumes` is the
   * first instant behind the jump.
   */
  | { kind: 'skipped'; before: string; after: string; resumes: string }

/**
 * Whether the zone's clocks show this wall time once, twice (they go back) or never (they go forward), and when.
 * @throws RangeError where the text is no time or the zone is unknown
 */
export function resolveWallTime({ date, time }: WallTime, zone: string): ResolvedWallTime {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'once', at: utc(earlier) }
  if (earlier.toPlainDateTime().equals(wall)) {
    return { kind: 'twice', earlier: utc(earlier), later: utc(later) }
  }
  const jump = earlier.getTimeZoneTransition('next') ?? later
  return { kind: 'skipped', before: utc(earlier), after: utc(later), resumes: utc(jump) }
}

/** Whether the zone's clocks show this instant's wall time at another instant too. */
export function isShownTwice(there: Temporal.ZonedDateTime): boolean {
  const wall = there.toPlainDateTime()
  const meant = (disambiguation: 'earlier' | 'later') =>
    wall.toZonedDateTime(there.timeZoneId, { disambiguation }).epochMilliseconds
  return meant('earlier') !== meant('later')
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
export function instantOf(wall: WallTime, zone: string): string | null {
  try {
    const resolved = resolveWallTime(wall, zone)
    if (resolved.kind === 'once') return resolved.at
    return resolved.kind === 'twice' ? resolved.earlier : null
  } catch {
    return null
  }
}

function utc({ epochMilliseconds }: Temporal.ZonedDateTime): string {
  return new Date(epochMilliseconds).toISOString()
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
