import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { dayKey } from '#lib/time/format.ts'
import { addDays, startOfDay } from '#lib/time/zones.ts'
import { listSessions } from './list-sessions.ts'

type Filters = Pick<Parameters<typeof listSessions>[1], 'trainerId' | 'classId' | 'mode' | 'status'>

type Wanted = Filters & {
  /** In order, without gaps; `zone` defines when they begin and end. */
  days: string[]
  zone: string
}

type ScheduleRead = {
  sessions: ClassSession[]
  /** Only if there are no sessions: the day on which the next one begins. */
  nextDay: string | null
}

/** The actor's sessions on the days, by start; all sessions for an admin. */
export async function readSchedule(
  context: Context,
  { days, zone, ...filters }: Wanted,
): Promise<ScheduleRead> {
  const { from, to } = spanOfDays(days, zone)
  const sessions = await readAllPages((page) => listSessions(context, { ...filters, from, to, ...page }))
  if (sessions.length > 0) return { sessions, nextDay: null }
  const { items } = await listSessions(context, { ...filters, from: to, limit: 1 })
  return { sessions, nextDay: items[0] ? dayKey(items[0].startsAt, zone) : null }
}

/** From the start of the first day to the end of the last. */
export function spanOfDays(days: string[], zone: string): { from: Date; to: Date } {
  return {
    from: startOfDay(days.at(0) ?? '', zone),
    to: startOfDay(addDays(days.at(-1) ?? '', 1), zone),
  }
}
