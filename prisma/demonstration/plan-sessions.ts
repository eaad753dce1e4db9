import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { dayKey } from '#lib/time/format.ts'
import { addDays, instantOf, startOfWeek } from '#lib/time/zones.ts'
import { classes, type DemonstrationClass, demonstrationId } from './school.ts'

export type PlannedSession = {
  id: string
  course: DemonstrationClass
  title: string
  sessionType: 'online' | 'offline'
  status: 'scheduled' | 'in_progress' | 'completed' | 'cancelled'
  startsAt: Date
  endsAt: Date
  cancelReason: string | null
}

/** Sessions that are shown at any hour: minutes from now, for the trainer and student whose accounts are printed. */
const today: { course: number; name: string; topic: string; from: number; type: 'online' | 'offline' }[] = [
  { course: 1, name: 'earlier', topic: 'Forms', from: -240, type: 'online' },
  { course: 0, name: 'soon', topic: 'Narrowing and unions', from: 10, type: 'online' },
  { course: 0, name: 'later', topic: 'Practice in the room', from: 180, type: 'offline' },
  { course: 7, name: 'running', topic: 'Bring your question', from: -20, type: 'online' },
]

/**
 * The demonstration's sessions around `now`: past, current and future, over three weeks.
 * Their ids do not depend on the day.
 */
export function planSessions(now: Date): PlannedSession[] {
  return [...planToday(now), ...classes.flatMap((course) => planWeeks(course, now))]
}

function planToday(now: Date): PlannedSession[] {
  const start = Math.ceil(now.getTime() / (5 * MINUTE_MS)) * 5 * MINUTE_MS
  return today.flatMap(({ course: index, name, topic, from, type }) => {
    const course = classes[index]
    if (!course) return []
    const startsAt = new Date(start + from * MINUTE_MS)
    const endsAt = new Date(startsAt.getTime() + course.minutes * MINUTE_MS)
    const status = endsAt < now ? 'completed' : startsAt < now ? 'in_progress' : 'scheduled'
    const id = demonstrationId(`session ${course.title} today ${name}`)
    return [{ id, course, title: topic, sessionType: type, status, startsAt, endsAt, cancelReason: null }]
  })
}

function planWeeks(course: DemonstrationClass, now: Date): PlannedSession[] {
  const day = dayKey(now.toISOString(), course.timeZone)
  const monday = startOfWeek(day)
  const slots = [-1, 0, 1].flatMap((week) => course.weekdays.map((weekday) => ({ week, weekday })))
  return slots.flatMap(({ week, weekday }, index) => {
    const date = addDays(monday, week * 7 + weekday - 1)
    const start = instantOf({ date, time: course.time }, course.timeZone)
    if (!start) return []
    const startsAt = new Date(start)
    const endsAt = new Date(startsAt.getTime() + course.minutes * MINUTE_MS)
    const title = course.topics[index % course.topics.length] ?? course.title
    const id = demonstrationId(`session ${course.title} ${week} ${weekday}`)
    const cancelReason = cancelReasonOf(course, date === day, week, weekday)
    const status = cancelReason
      ? 'cancelled'
      : endsAt < now
        ? 'completed'
        : startsAt < now
          ? 'in_progress'
          : 'scheduled'
    return [{ id, course, title, sessionType: typeOf(course, index), status, startsAt, endsAt, cancelReason }]
  })
}

function cancelReasonOf(
  course: DemonstrationClass,
  today: boolean,
  week: number,
  weekday: number,
): string | null {
  // Avoids double booking: today's sessions of these trainers are the ones around the current hour.
  if (today && isShownToday(course)) return 'Moved to another time of the day.'
  return course.title.startsWith('Git') && week === 1 && weekday === 5 ? 'The trainer is ill.' : null
}

function isShownToday(course: DemonstrationClass): boolean {
  return today.some(({ course: index }) => classes[index]?.trainer === course.trainer)
}

function typeOf({ mode }: DemonstrationClass, index: number): 'online' | 'offline' {
  if (mode === 'HYBRID') return index % 2 === 0 ? 'online' : 'offline'
  return mode === 'ONLINE' ? 'online' : 'offline'
}
