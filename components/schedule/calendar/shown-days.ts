import 'server-only'
import { addDays, startOfWeek } from '#lib/time/zones.ts'
import type { ScheduleView } from './schedule-href.ts'

/** The days of a view, and of the week around its date. */
export function shownDays(view: ScheduleView, date: string): { days: string[]; week: string[] } {
  const monday = startOfWeek(date)
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  return { days: view === 'day' ? [date] : week, week }
}

/** The dates of the links to the previous and the next period. */
export function stepsFrom(view: ScheduleView, date: string): { previous: string; next: string } {
  const step = view === 'day' ? 1 : 7
  return { previous: addDays(date, -step), next: addDays(date, step) }
}
