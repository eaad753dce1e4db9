import { DAY_MS } from '#lib/kernel/durations.ts'
import { dayKey } from '#lib/time/format.ts'

export type DayName = 'today' | 'tomorrow' | 'other'

/** Whether the instant is on today's or tomorrow's date in the zone. */
export function dayNameOf(iso: string, now: string, zone: string): DayName {
  const today = dayKey(now, zone)
  const day = dayKey(iso, zone)
  if (day === today) return 'today'
  return day === dayAfter(today) ? 'tomorrow' : 'other'
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}
