import { clockTime, dayKey } from './format.ts'

const MONTHS = 12

/** Whether the clocks of two zones agree now and during the following year, including summer time. */
export function showSameClocks(zone: string, other: string, now: Date): boolean {
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const at = new Date(now)
    at.setUTCMonth(now.getUTCMonth() + index, 1)
    return index === 0 ? now.toISOString() : at.toISOString()
  })
  return months.every(
    (at) => clockTime(at, zone) === clockTime(at, other) && dayKey(at, zone) === dayKey(at, other),
  )
}
