import { HOUR_S, MINUTE_MS, SECOND_MS } from '#lib/kernel/durations.ts'

export type ClassClock = {
  /** `42:18`, with hours `1:02:18`. */
  elapsed: string
  /** Whole minutes until the planned end; negative after it. */
  minutesLeft: number
  /** Elapsed share of the planned time, 0 to 1. */
  share: number
}

/** Position of the class between its start and its planned end. All times in milliseconds. */
export function classClock(startedAt: number, endsAt: number, now: number): ClassClock {
  const passed = Math.max(0, now - startedAt)
  return {
    elapsed: digits(Math.floor(passed / SECOND_MS)),
    minutesLeft: Math.ceil((endsAt - now) / MINUTE_MS),
    share: Math.min(1, passed / Math.max(1, endsAt - startedAt)),
  }
}

function digits(seconds: number): string {
  const hours = Math.floor(seconds / HOUR_S)
  const minutes = `${Math.floor(seconds / 60) % 60}`
  const rest = `${seconds % 60}`.padStart(2, '0')
  return hours > 0 ? `${hours}:${minutes.padStart(2, '0')}:${rest}` : `${minutes.padStart(2, '0')}:${rest}`
}
