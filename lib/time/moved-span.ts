import 'server-only'
import { instantOf } from './zones.ts'

type Span = { startsAt: string; endsAt: string }

type Move = {
  /** The new start on the zone's clocks, `2026-11-26T18:30`, and the new end; without one it lasts as long. */
  at?: string
  until?: string
}

/** Where a span lies that is moved on the zone's clocks; null where nothing is moved, or to where clocks skip. */
export function movedSpan({ startsAt, endsAt }: Span, { at, until }: Move, zone: string): Span | null {
  const start = at ? instantAt(at, zone) : null
  if (start === null) return null
  const length = Date.parse(endsAt) - Date.parse(startsAt)
  const end = until ? instantAt(until, zone) : new Date(Date.parse(start) + length).toISOString()
  return end !== null && end > start ? { startsAt: start, endsAt: end } : null
}

function instantAt(wall: string, zone: string): string | null {
  const [date = '', time = ''] = wall.split('T')
  return instantOf({ date, time }, zone)
}
