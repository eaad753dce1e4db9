import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { beyondCursor, instantCursor } from '#lib/kernel/instant-cursor.ts'
import { type Page, pageOf } from '#lib/kernel/page.ts'
import type { ClassSession, listSessionsEndpoint } from '#lib/sessions/api.ts'
import { overlapping } from '#lib/sessions/overlapping.ts'
import { sessionSelect, sessionView } from '#lib/sessions/session-view.ts'
import { whereOwn } from '#lib/sessions/where-own.ts'

type Filters = Partial<z.output<typeof listSessionsEndpoint.query>> & {
  latestFirst?: boolean
}

/**
 * The actor's sessions by start: a student's seats, a trainer's assignments and the sessions in which they assist,
 * all for an admin.
 */
export async function listSessions(
  context: Context,
  { from, to, cursor, limit = 50, latestFirst = false, ...filters }: Filters,
): Promise<Page<ClassSession>> {
  const { database, actor } = context
  const order = latestFirst ? 'desc' : 'asc'
  const rows = await database.classSession.findMany({
    where: {
      AND: [
        await whereOwn(database, actor),
        whereFits(filters),
        overlapping(from, to),
        beyondCursor(cursor, 'startsAt', latestFirst ? 'lt' : 'gt'),
      ],
    },
    orderBy: [{ startsAt: order }, { id: order }],
    take: limit + 1,
    select: sessionSelect(actor),
  })
  const page = pageOf(rows, limit, ({ startsAt, id }) => instantCursor({ at: startsAt, id }))
  return { ...page, items: page.items.map((row) => sessionView(row, context)) }
}

function whereFits({ mode, ...columns }: Pick<Filters, 'trainerId' | 'classId' | 'mode' | 'status'>) {
  return mode ? { ...columns, class: { mode } } : columns
}
