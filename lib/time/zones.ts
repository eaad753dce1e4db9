import 'server-only'
import { Temporal } from 'temporal-polyfill'

export type WallTime = { date: string; time: string }

/** The instant in the zone, for libraries that support Temporal. */
export function zonedTime(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
}

/** The wall time of an instant in the zone: `2026-11-24` and `18:00`. */
export function wallTime(iso: string, zone: string): WallTime {
  const there = Temporal.Instant.from(iso).toZonedDateTimeISO(zone)
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** The occurrences of a wall time in a zone; instants are ISO 8601 in UTC. */
export type ResolvedWallTime =
  | { kind: 'once'; at: string }
  | { kind: 'twice'; earlier: string; later: string }
  /**
   * Clocks skip it: `before` and `after` apply the offset after and before the jump; `resumes` is the first instant
   * after the jump.
   */
  | { kind: 'skipped'; before: string; after: string; resumes: string }

/**
 * Whether this wall time occurs once, twice (clocks go back) or never (clocks go forward), and when.
 * @throws RangeError if the text is not a time or the zone is unknown
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

/** Whether the wall time of this instant occurs at another instant too. */
export function isShownTwice(there: Temporal.ZonedDateTime): boolean {
  const wall = there.toPlainDateTime()
  const meant = (disambiguation: 'earlier' | 'later') =>
    wall.toZonedDateTime(there.timeZoneId, { disambiguation }).epochMilliseconds
  return meant('earlier') !== meant('later')
}

/**
 * The wall time of an instant, `2027-10-28T23:00`, and whether it is the second occurrence. Seconds are kept
 * unless zero.
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
 * The instant of a wall time in the zone, as ISO 8601 in UTC; null if it does not occur (clocks go forward) or the
 * text is not a time. A repeated time gives the earlier instant.
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

/** The first instant of the day in the zone; a day starts late if clocks go forward at midnight. */
export function startOfDay(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}

/** The day `count` days later, or earlier for a negative count. */
export function addDays(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ days: count }).toString()
}

/** The number of days from the first day to the second. */
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
