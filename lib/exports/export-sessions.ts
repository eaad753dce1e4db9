import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { mayReadEmails } from '#lib/identity/policy.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import type { ClassSession, exportSessionsEndpoint } from '#lib/sessions/api.ts'
import { listSessions } from '#lib/sessions/reading/list-sessions.ts'
import { type WithEmails, withEmails } from './with-emails.ts'

/**
 * The actor's sessions as CSV, read page by page while it is sent. For staff the last columns are the trainer's id and
 * e-mail.
 */
export async function exportSessions(
  context: Context,
  filters: z.output<typeof exportSessionsEndpoint.query>,
): Promise<AsyncIterable<string>> {
  if (!mayReadEmails(context.actor))
    return csvOf(columns, (page) => listSessions(context, { ...filters, ...page }))
  return csvOf({ ...columns, ...staffColumns }, async (page) =>
    withEmails(context, await listSessions(context, { ...filters, ...page }), ({ trainer }) => [trainer.id]),
  )
}

const columns: Columns<ClassSession> = {
  startsAt: (session) => session.startsAt,
  endsAt: (session) => session.endsAt,
  timeZone: (session) => session.timeZone,
  class: (session) => session.classTitle,
  title: (session) => session.title,
  sessionType: (session) => session.sessionType,
  status: (session) => session.status,
  trainer: (session) => session.trainer.name,
  capacity: (session) => session.capacity,
  seatsTaken: (session) => session.seatsTaken,
  inPersonCapacity: (session) => session.inPersonCapacity,
  inPersonSeatsTaken: (session) => session.inPersonSeatsTaken,
  location: (session) => session.location?.name ?? null,
}

const staffColumns: Columns<WithEmails<ClassSession>> = {
  trainerId: (session) => session.trainer.id,
  trainerEmail: ({ trainer, emailOf }) => emailOf(trainer.id),
}
