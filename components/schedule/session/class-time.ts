import { clockTime, dayKey, formatDay, formatTimeRange } from '#lib/time/format.ts'

type Planned = { startsAt: string; endsAt: string; timeZone: string }

/** A session's time on the clocks of its class's zone; null if they show the viewer's time. */
export function classTime({ startsAt, endsAt, timeZone }: Planned, viewerZone: string) {
  const same =
    clockTime(startsAt, timeZone) === clockTime(startsAt, viewerZone) &&
    dayKey(startsAt, timeZone) === dayKey(startsAt, viewerZone)
  if (same) return null
  return {
    place: cityOf(timeZone),
    day: formatDay(startsAt, timeZone),
    time: formatTimeRange(startsAt, endsAt, timeZone),
  }
}

/** The city of a zone: `New York` for America/New_York. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
