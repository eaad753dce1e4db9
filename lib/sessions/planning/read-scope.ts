import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ChangeScope } from '#lib/sessions/api.ts'
import type { PlannedSlot } from '#lib/sessions/collisions.ts'

type Asked = { sessionId: SessionId; scope: ChangeScope; leaveOut: SessionId[] }

export type SessionInScope = PlannedSlot & { id: SessionId; timeZone: string }

/**
 * The sessions that a change applies to, by start: the session itself, it and the following ones of its series, or
 * all future ones of its series. Others that have started or are over stay unchanged; the session itself may be
 * running.
 * @throws Refusal `not_found`, `invalid` if it belongs to no series
 */
export async function readScope(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  { sessionId, scope, leaveOut }: Asked,
): Promise<SessionInScope[]> {
  const anchor = await database.classSession.findUnique({
    where: { id: sessionId },
    select: { ...select, seriesId: true },
  })
  if (!anchor) throw new Refusal('not_found', 'noSuchSession')
  if (scope === 'this') return [toSessionInScope(anchor)]
  const { seriesId, startsAt } = anchor
  if (!seriesId) throw new Refusal('invalid', 'notInSeries', { fields: { scope: 'notInSeries' } })
  const sessions = await database.classSession.findMany({
    where: {
      seriesId,
      id: { notIn: leaveOut },
      OR: [
        { id: sessionId, status: 'in_progress' },
        { status: 'scheduled', startsAt: scope === 'following' ? { gte: startsAt } : { gt: now } },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select,
  })
  return sessions.map(toSessionInScope)
}

const select = {
  id: true,
  startsAt: true,
  endsAt: true,
  trainerId: true,
  locationId: true,
  class: { select: { timeZone: true } },
} as const

type Row = PlannedSlot & { id: string; class: { timeZone: string } }

function toSessionInScope({ class: { timeZone }, ...session }: Row): SessionInScope {
  return { ...session, id: toSessionId.parse(session.id), timeZone }
}
