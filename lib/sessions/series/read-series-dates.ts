import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { refuseTypeOutsideMode } from '#lib/sessions/planning-checks.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import type { SeriesPlan } from './api.ts'
import { datesOfRule } from './dates-of-rule.ts'
import { type PlannedDate, planDates } from './plan-dates.ts'
import { skippedMonths } from './skipped-months.ts'

export type SeriesClass = {
  timeZone: string
  capacity: number
  inPersonCapacity: number
  locationId: string | null
}

/**
 * The class of a series, the dates of the series, and the months that its rule skips.
 * @throws Refusal `not_found` (class), `forbidden`, `invalid` (a rule without dates, a session type outside the
 * class's mode)
 */
export async function readSeriesDates(
  { database, actor }: Context,
  plan: SeriesPlan,
): Promise<{ course: SeriesClass; dates: PlannedDate[]; skippedMonths: string[] }> {
  const course = await database.class.findUnique({ where: { id: plan.classId } })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayPlan(actor)) throw new Refusal('forbidden', 'notAllowed')
  refuseTypeOutsideMode(course.mode, plan.sessionType)
  const holidays = plan.leaveOutHolidays ? await database.holiday.findMany() : []
  const ruled = datesOfRule(plan.rule, plan.firstDate)
  const dates = planDates({
    ...plan,
    timeZone: course.timeZone,
    dates: ruled,
    holidays: new Map(holidays.map(({ date, name }) => [date, name])),
  })
  return {
    course,
    dates,
    skippedMonths: skippedMonths(plan.rule, plan.firstDate, [...ruled, ...plan.add]),
  }
}

/** The trainer on a date: its substitute, or else the trainer of the series. */
export function trainerOn(date: string, { trainerId, substitutes }: SeriesPlan): SeriesPlan['trainerId'] {
  return substitutes.find((substitute) => substitute.date === date)?.trainerId ?? trainerId
}
