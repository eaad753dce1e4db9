import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { AmbiguousTime } from '#lib/kernel/refusal.ts'
import { type ClockChoice, resolveStart } from '#lib/time/resolve-start.ts'
import { wallOf } from '#lib/time/zones.ts'

export type SeriesTimes = {
  /** Dates of the rule. */
  dates: string[]
  /** Wall time in `timeZone`: `23:00`. */
  time: string
  minutes: number
  timeZone: string
  /** Dates without a session, and dates beside those of the rule. */
  leaveOut: string[]
  add: string[]
  /** Names of the school's holidays by date; empty if they are not left out. */
  holidays: Map<string, string>
  choices: ClockChoice[]
}

/** The outcome for one date of a series. */
export type PlannedDate =
  | { date: string; state: 'planned'; startsAt: Date; endsAt: Date; wallStart: string; wallLater: boolean }
  | { date: string; state: 'skipped' }
  | { date: string; state: 'holiday'; name: string }
  | { date: string; state: 'question'; question: AmbiguousTime }

/** The dates of a series in order, each with its start, or the reason why there is none. */
export function planDates(times: SeriesTimes): PlannedDate[] {
  const dates = [...new Set([...times.dates, ...times.add])].toSorted()
  return dates.map((date) => planDate(date, times))
}

function planDate(date: string, times: SeriesTimes): PlannedDate {
  if (times.leaveOut.includes(date)) return { date, state: 'skipped' }
  const name = times.holidays.get(date)
  // A holiday added by hand is intended.
  if (name !== undefined && !times.add.includes(date)) return { date, state: 'holiday', name }
  const start = resolveStart({ date, time: times.time }, times.timeZone, times.choices)
  switch (start.kind) {
    case 'skipped':
      return { date, state: 'skipped' }
    case 'question':
      return { date, state: 'question', question: start.question }
    case 'once': {
      const startsAt = new Date(start.at)
      const endsAt = new Date(startsAt.getTime() + times.minutes * MINUTE_MS)
      return { date, state: 'planned', startsAt, endsAt, ...wallOf(startsAt, times.timeZone) }
    }
  }
}
