import 'server-only'
import { instantOf } from './zones.ts'

type Span = { startsAt: string; endsAt: string }

type Move = {
  /** New start and end as wall times in the zone, `2026-11-26T18:30`; without an end the duration stays. */
  at?: string
  until?: string
}

/** The span after a move in wall time; null without a move, or if the target is skipped by the clocks. */
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
