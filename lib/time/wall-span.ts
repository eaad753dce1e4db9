import 'server-only'
import { z } from 'zod'
import { timeZone, wallClock } from '#lib/kernel/fields.ts'
import type { AmbiguousTime } from '#lib/kernel/refusal.ts'
import { resolveStart } from './resolve-start.ts'
import { addDays, isDay, resolveWallTime } from './zones.ts'

const choice = z.object({ wall: z.string(), meant: z.enum(['earlier', 'later', 'skip']) })
const wallSpan = z.object({
  date: z.string().refine(isDay),
  start: wallClock,
  end: wallClock,
  timeZone,
  choices: z.array(choice).default([]),
})

const wallFields = z.enum(['date', 'start', 'end', 'timeZone'])

type WallSpanResult =
  | { startsAt: string; endsAt: string }
  /** The field with a malformed time, or with a time that does not occur on that date. */
  | { invalidField: 'date' | 'start' | 'end' | 'timeZone' }
  /** The start occurs twice, and no choice is given. */
  | { question: AmbiguousTime }

/**
 * The instants of a span from `start` to `end` in wall time on a date, as ISO 8601 in UTC. An end before the start
 * is on the next day; a repeated end is the first one after the start.
 */
export function instantsOf(input: unknown): WallSpanResult {
  const parsed = wallSpan.safeParse(input)
  if (!parsed.success) return { invalidField: fieldOf(parsed.error) }
  const { date, start, end, timeZone, choices } = parsed.data
  const begin = resolveStart({ date, time: start }, timeZone, choices)
  if (begin.kind === 'question' && begin.question.kind === 'twice') return { question: begin.question }
  if (begin.kind !== 'once') return { invalidField: 'start' }
  const ending = resolveWallTime({ date: end < start ? addDays(date, 1) : date, time: end }, timeZone)
  if (ending.kind === 'skipped') return { invalidField: 'end' }
  const startsAt = begin.at
  if (ending.kind === 'once') return { startsAt, endsAt: ending.at }
  return { startsAt, endsAt: ending.earlier > startsAt ? ending.earlier : ending.later }
}

function fieldOf(error: z.ZodError): 'date' | 'start' | 'end' | 'timeZone' {
  return wallFields.safeParse(error.issues[0]?.path[0]).data ?? 'date'
}
