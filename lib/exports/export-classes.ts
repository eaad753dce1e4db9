import 'server-only'
import type { ListedClass } from '#lib/classes/api.ts'
import { listClasses } from '#lib/classes/list-classes.ts'
import { mayManageClasses } from '#lib/classes/policy.ts'
import type { Context } from '#lib/context/context.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { type WithEmails, withEmails } from './with-emails.ts'

/** The classes of the school as CSV, read page by page while it is sent. @throws Refusal `forbidden` */
export async function exportClasses(context: Context): Promise<AsyncIterable<string>> {
  if (!mayManageClasses(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return csvOf(columns, async (page) =>
    withEmails(context, await listClasses(context, page), ({ trainer }) => [trainer?.id]),
  )
}

const columns: Columns<WithEmails<ListedClass>> = {
  title: (course) => course.title,
  mode: (course) => course.mode,
  capacity: (course) => course.capacity,
  inPersonCapacity: (course) => course.inPersonCapacity,
  location: (course) => course.location?.name ?? null,
  trainer: (course) => course.trainer?.name ?? null,
  timeZone: (course) => course.timeZone,
  students: (course) => course.students,
  sessions: (course) => course.sessions,
  nextStartsAt: (course) => course.nextStartsAt,
  trainerId: (course) => course.trainer?.id ?? null,
  trainerEmail: ({ trainer, emailOf }) => emailOf(trainer?.id),
}
