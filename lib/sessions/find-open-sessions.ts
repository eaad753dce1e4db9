import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import type { Collision } from '#lib/kernel/refusal.ts'

const MAX_SHOWN = 20

/** Open sessions that match, by start, 20 at most: the obstacles to removing something that they use. */
export async function findOpenSessions(
  { database }: Pick<SystemContext, 'database'>,
  where: Prisma.ClassSessionWhereInput,
): Promise<Collision[]> {
  const sessions = await database.classSession.findMany({
    where: { AND: [where, { status: { in: ['scheduled', 'in_progress'] } }] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MAX_SHOWN,
    select: { id: true, title: true, startsAt: true, endsAt: true, class: { select: { title: true } } },
  })
  return sessions.map((session) => ({
    kind: 'session',
    sessionId: session.id,
    title: session.title ?? session.class.title,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    people: [],
  }))
}
