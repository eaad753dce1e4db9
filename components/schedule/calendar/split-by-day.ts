import { MINUTES_PER_DAY } from '#lib/kernel/durations.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { clockTime, dayKey } from '#lib/time/format.ts'

/** A start and end in minutes after midnight, as the clocks show them. */
export type MinuteSpan = { start: number; end: number }

export type SessionOfDay = ClassSession & MinuteSpan

/** The drawn minimum length, so that a shorter session can be read and pressed. */
const SHORTEST_MINUTES = 30

type Span = { startsAt: string; endsAt: string }

/** The part of each span on each day, in the given order of days. A span over midnight is on both days. */
export function splitByDay<T extends Span>(
  spans: T[],
  days: string[],
  zone: string,
): Map<string, (T & MinuteSpan)[]> {
  const placed = new Map<string, (T & MinuteSpan)[]>(days.map((day) => [day, []]))
  for (const span of spans) {
    const first = dayKey(span.startsAt, zone)
    const last = dayKey(span.endsAt, zone)
    for (const [day, stretches] of placed) {
      if (day < first || day > last) continue
      const start = day === first ? minutesOf(clockTime(span.startsAt, zone)) : 0
      const end = day === last ? minutesOf(clockTime(span.endsAt, zone)) : MINUTES_PER_DAY
      if (end > 0) stretches.push({ ...span, ...lengthened({ start, end }) })
    }
  }
  return placed
}

/** Minutes after midnight of `18:30`. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

/** When clocks go back, an end can even show an earlier time than its start. */
function lengthened({ start, end }: MinuteSpan): MinuteSpan {
  const latestStart = Math.min(start, MINUTES_PER_DAY - SHORTEST_MINUTES)
  return { start: latestStart, end: Math.max(end, latestStart + SHORTEST_MINUTES) }
}
