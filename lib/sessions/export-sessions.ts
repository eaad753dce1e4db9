import 'server-only'
import type { z } from 'zod'
import { readEmails } from '#lib/identity/people/read-emails.ts'
import { mayReadEmails } from '#lib/identity/policy.ts'
import { type Columns, csvOf } from '#lib/kernel/csv.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, exportSessionsEndpoint } from './api.ts'
import { listSessions } from './list-sessions.ts'

/**
 * The sessions that are the actor's as CSV, read page by page while it is sent. For staff the last columns say who the
 * trainer is beyond the name.
 */
export async function exportSessions(
  context: Context,
  filters: z.output<typeof exportSessionsEndpoint.query>,
): Promise<AsyncIterable<string>> {
  if (!mayReadEmails(context.actor))
    return csvOf(columns, (page) => listSessions(context, { ...filters, ...page }))
  return csvOf({ ...columns, ...staffColumns }, async (page) => {
    const { items, nextCursor } = await listSessions(context, { ...filters, ...page })
    const emails = await readEmails(
      context,
      items.map(({ trainer }) => trainer.id),
    )
    return {
      items: items.map((session) => ({ ...session, trainerEmail: emails.get(session.trainer.id) ?? null })),
      nextCursor,
    }
  })
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
  roomCapacity: (session) => session.roomCapacity,
  roomSeatsTaken: (session) => session.roomSeatsTaken,
  location: (session) => session.location?.name ?? null,
}

const staffColumns: Columns<ClassSession & { trainerEmail: string | null }> = {
  trainerId: (session) => session.trainer.id,
  trainerEmail: (session) => session.trainerEmail,
}
