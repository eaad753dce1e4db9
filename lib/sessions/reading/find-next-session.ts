import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { whereOwn } from '#lib/sessions/where-own.ts'
import { findSession } from './find-session.ts'

/** The actor's running session, or else the next scheduled one that has not ended; null if there is none. */
export async function findNextSession(context: Context): Promise<SessionDetail | null> {
  const { database, actor, now } = context
  const own = await whereOwn(database, actor)
  const running = await database.classSession.findFirst({
    where: { AND: [own, { status: 'in_progress' }] },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  })
  const next =
    running ??
    (await database.classSession.findFirst({
      where: { AND: [own, { status: 'scheduled', endsAt: { gt: now } }] },
      orderBy: { startsAt: 'asc' },
      select: { id: true },
    }))
  return next && findSession(context, { sessionId: sessionId.parse(next.id) })
}
