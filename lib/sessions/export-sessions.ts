import 'server-only'
import type { z } from 'zod'
import { type Columns, csvOf } from '#lib/http/csv.ts'
import { eachPage } from '#lib/http/every-page.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, exportSessionsEndpoint } from './api.ts'
import { listSessions } from './list-sessions.ts'

const A_PAGE = 500

/** The sessions that are the actor's as CSV, read page by page while it is sent. */
export async function exportSessions(
  context: Context,
  filters: z.output<typeof exportSessionsEndpoint.query>,
): Promise<AsyncIterable<string>> {
  return csvOf(
    columns,
    eachPage((cursor) => listSessions(context, { ...filters, cursor, limit: A_PAGE })),
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
}
