import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { findBookings, findEnrolledElsewhere } from '#lib/sessions/collisions.ts'
import type { SeriesPlan, SeriesPreview } from './api.ts'
import { readSeriesDates, trainerOn } from './read-series-dates.ts'

/**
 * The dates of a series with their collisions and unresolved wall times, and the people that planning it notifies.
 * @throws Refusal `not_found` (class), `forbidden`, `invalid`
 */
export async function previewSeries(context: Context, plan: SeriesPlan): Promise<SeriesPreview> {
  const { course, dates, skippedMonths } = await readSeriesDates(context, plan)
  const { classId, locationId = course.locationId } = plan
  const planned = dates.flatMap((date) =>
    date.state === 'planned' ? { ...date, id: null, trainerId: trainerOn(date.date, plan), locationId } : [],
  )
  const collisions = [
    ...(await findBookings(context, planned)),
    ...(await findEnrolledElsewhere(context, planned, classId)),
  ]
  const trainerIds = new Set(planned.map((session) => session.trainerId))
  return {
    timeZone: course.timeZone,
    skippedMonths,
    dates: dates.map((date) => {
      const startsAt = date.state === 'planned' ? date.startsAt.toISOString() : null
      return {
        date: date.date,
        state: date.state,
        startsAt,
        endsAt: date.state === 'planned' ? date.endsAt.toISOString() : null,
        holiday: date.state === 'holiday' ? date.name : null,
        question: date.state === 'question' ? date.question : null,
        trainerId: trainerOn(date.date, plan),
        collisions: collisions.filter(({ plannedAt }) => startsAt !== null && plannedAt === startsAt),
      }
    }),
    recipients: {
      students: await context.database.enrolment.count({ where: { classId } }),
      trainers: await context.database.user.findMany({
        where: { id: { in: [...trainerIds], not: context.actor.id } },
        orderBy: { name: 'asc' },
        select: { id: true, name: true },
      }),
    },
  }
}
