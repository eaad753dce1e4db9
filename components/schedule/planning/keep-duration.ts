import { minutesOf } from '#components/schedule/calendar/split-by-day.ts'
import { MINUTES_PER_DAY } from '#lib/kernel/durations.ts'

const USUAL_MINUTES = 90

/** The end that keeps a session's duration when its start moves; 90 minutes if there was no duration yet. */
export function keepDuration({ start, end }: { start: string; end: string }, moved: string): string {
  if (moved === '' || (start === '' && end !== '')) return end
  const length =
    start && end ? (minutesOf(end) - minutesOf(start) + MINUTES_PER_DAY) % MINUTES_PER_DAY : USUAL_MINUTES
  return timeOf((minutesOf(moved) + length) % MINUTES_PER_DAY)
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':')
}
