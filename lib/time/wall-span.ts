import 'server-only'
import { z } from 'zod'
import { timeZone } from '#lib/http/fields.ts'
import { addDays, instantOf, isDay } from './zones.ts'

const time = z.string().regex(/^\d{2}:\d{2}$/)

const wallSpan = z.object({ date: z.string().refine(isDay), start: time, end: time, timeZone })

type WallSpanResult =
  | { startsAt: string; endsAt: string }
  /** The field whose time is not written as one, or never comes on that date. */
  | { missing: 'date' | 'start' | 'end' | 'timeZone' }

/**
 * The instants between which the zone's clocks go from `start` to `end` on a date, as ISO 8601 in UTC.
 * An end before the start is on the next day.
 */
export function instantsOf(input: unknown): WallSpanResult {
  const parsed = wallSpan.safeParse(input)
  if (!parsed.success) return { missing: fieldOf(parsed.error) }
  const { date, start, end, timeZone } = parsed.data
  const startsAt = instantOf({ date, time: start }, timeZone)
  if (startsAt === null) return { missing: 'start' }
  const endsAt = instantOf({ date: end < start ? addDays(date, 1) : date, time: end }, timeZone)
  return endsAt === null ? { missing: 'end' } : { startsAt, endsAt }
}

function fieldOf(error: z.ZodError): 'date' | 'start' | 'end' | 'timeZone' {
  return wallSpan.keyof().safeParse(error.issues[0]?.path[0]).data ?? 'date'
}
