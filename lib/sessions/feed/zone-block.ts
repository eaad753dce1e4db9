import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { zonedTime } from '#lib/time/zones.ts'

type Zoned = Temporal.ZonedDateTime

/**
 * A VTIMEZONE with every clock change of the zone between the two instants (and a year around them), each written
 * out. Equals lib/time/zones.ts exactly, whatever rule a year follows.
 */
export function zoneBlock(zone: string, from: Date, to: Date): string {
  const start = zonedTime(from, zone).subtract({ years: 1 })
  const end = zonedTime(to, zone).add({ years: 1 }).epochMilliseconds
  const first = start.getTimeZoneTransition('previous')
  const changes = [first ? changeAt(first) : unchanged(start)]
  let next = start.getTimeZoneTransition('next')
  while (next && next.epochMilliseconds <= end) {
    changes.push(changeAt(next))
    next = next.getTimeZoneTransition('next')
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...changes.flat(), 'END:VTIMEZONE'].join('\r\n')
}

function changeAt(change: Zoned): string[] {
  const before = change.subtract({ nanoseconds: 1 })
  const kind = change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  // The onset is the local time by the offset before the change.
  const onset = before.toPlainDateTime().add({ nanoseconds: 1 })
  return observance(kind, onset, before.offset, change.offset)
}

/** A zone whose clocks never changed. */
function unchanged({ offset }: Zoned): string[] {
  return observance('STANDARD', Temporal.PlainDateTime.from('1970-01-01T00:00'), offset, offset)
}

function observance(kind: string, onset: Temporal.PlainDateTime, from: string, to: string): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onset.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `END:${kind}`,
  ]
}
