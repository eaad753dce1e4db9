import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type NewSession, planSessions } from '#lib/sessions/planning/plan-sessions.ts'
import type { createSeriesEndpoint, SeriesPlan } from './api.ts'
import type { PlannedDate } from './plan-dates.ts'
import { readSeriesDates, type SeriesClass, trainerOn } from './read-series-dates.ts'

type Input = z.output<typeof createSeriesEndpoint.body>

/**
 * Plans all sessions of a series, or none, and seats the class's students in them.
 * @throws Refusal `not_found` (class), `forbidden`, `invalid`, `conflict` (wall times that clocks skip or show twice
 * without a choice; a trainer, location or student double-booked)
 */
export async function createSeries(
  context: Context,
  { allowOverlap, ...plan }: Input,
): Promise<DataOf<typeof createSeriesEndpoint>> {
  const { course, dates } = await readSeriesDates(context, plan)
  const questions = dates.flatMap((date) => (date.state === 'question' ? date.question : []))
  if (questions.length > 0) {
    throw new Refusal('conflict', 'clockChanges', { values: { count: questions.length }, questions })
  }
  const sessions = dates.flatMap((date) => sessionOn(date, plan, course))
  if (sessions.length === 0) throw new Refusal('invalid', 'ruleEmpty', { fields: { rule: 'ruleEmpty' } })
  let id = ''
  const sessionIds = await planSessions(context, plan.classId, {
    sessions,
    allowOverlap,
    createSeriesRow: async ({ database, now }) => {
      const { rule, firstDate, time, minutes, classId } = plan
      const series = await database.series.create({
        data: {
          classId,
          rule,
          minutes,
          wallStart: `${firstDate}T${time}`,
          timeZone: course.timeZone,
          createdAt: now,
        },
        select: { id: true },
      })
      id = series.id
      return id
    },
  })
  return { id, classId: plan.classId, sessionIds }
}

function sessionOn(date: PlannedDate, plan: SeriesPlan, course: SeriesClass): NewSession[] {
  if (date.state !== 'planned') return []
  const { startsAt, endsAt, wallStart, wallLater } = date
  return [
    {
      startsAt,
      endsAt,
      wallStart,
      wallLater,
      classId: plan.classId,
      title: plan.title ?? null,
      sessionType: plan.sessionType,
      trainerId: trainerOn(date.date, plan),
      locationId: plan.locationId === undefined ? course.locationId : plan.locationId,
      capacity: plan.capacity ?? course.capacity,
      inPersonCapacity: plan.inPersonCapacity ?? course.inPersonCapacity,
    },
  ]
}
