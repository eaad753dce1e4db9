import type { AmbiguousTime } from '#lib/kernel/refusal.ts'
import { type ClockChoice, resolveStart } from '#lib/time/resolve-start.ts'
import { wallOf } from '#lib/time/zones.ts'

export type SeriesTimes = {
  /** The dates of its rule. */
  dates: string[]
  /** On the clocks of its zone: `23:00`. */
  time: string
  minutes: number
  timeZone: string
  /** Dates without a session, and such that the rule has not. */
  leaveOut: string[]
  add: string[]
  /** Days on which the school holds no class, by date; none where they are not to be left out. */
  holidays: Map<string, string>
  choices: ClockChoice[]
}

/** What becomes of a date of a series. */
export type PlannedDate =
  | { date: string; state: 'planned'; startsAt: Date; endsAt: Date; wallStart: string; wallLater: boolean }
  | { date: string; state: 'skipped' }
  | { date: string; state: 'holiday'; name: string }
  | { date: string; state: 'question'; question: AmbiguousTime }

/** The dates of a series in their order, each with its start, or why there is none. */
export function planDates(times: SeriesTimes): PlannedDate[] {
  const dates = [...new Set([...times.dates, ...times.add])].toSorted()
  return dates.map((date) => planDate(date, times))
}

function planDate(date: string, times: SeriesTimes): PlannedDate {
  if (times.leaveOut.includes(date)) return { date, state: 'skipped' }
  const name = times.holidays.get(date)
  // Who adds a holiday by hand means it.
  if (name !== undefined && !times.add.includes(date)) return { date, state: 'holiday', name }
  const start = resolveStart({ date, time: times.time }, times.timeZone, times.choices)
  switch (start.kind) {
    case 'skipped':
      return { date, state: 'skipped' }
    case 'question':
      return { date, state: 'question', question: start.question }
    case 'once': {
      const startsAt = new Date(start.at)
      const endsAt = new Date(startsAt.getTime() + times.minutes * 60_000)
      return { date, state: 'planned', startsAt, endsAt, ...wallOf(startsAt, times.timeZone) }
    }
  }
}
