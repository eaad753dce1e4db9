import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { sessionSelect, sessionView } from '#lib/sessions/session-view.ts'
import { whereOwn } from '#lib/sessions/where-own.ts'

/** A running session with the number of people in its room. */
export type LiveSession = ClassSession & { inside: number }

/** The actor's running sessions, the longest running first; for an admin all running sessions. */
export async function listLiveSessions(context: Context): Promise<LiveSession[]> {
  const { database, actor } = context
  const rows = await database.classSession.findMany({
    where: { AND: [await whereOwn(database, actor), { status: 'in_progress' }] },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: {
      ...sessionSelect(actor),
      presences: { where: { leftAt: null }, distinct: ['userId'], select: { userId: true } },
    },
  })
  return rows.map((row) => ({ ...sessionView(row, context), inside: row.presences.length }))
}
