import 'server-only'
import { userId } from '#lib/identity/ids.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionDetail } from './api.ts'
import type { SessionId } from './ids.ts'
import { isOpen, mayLead } from './policy.ts'
import { readOwnSessionRow } from './read-session.ts'
import { readLine } from './seats/list-waiting.ts'
import { type SessionRow, sessionView } from './session-view.ts'

const MOST_WAITING = 100

/**
 * One session with its place among those of its class; who leads or plans it sees its people too.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function findSession(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<SessionDetail> {
  const row = await readOwnSessionRow(context, sessionId)
  const inside = await readWhoIsInside(context, sessionId)
  const leads = mayLead(context.actor, row)
  return {
    ...sessionView(row, context),
    ...(await readNumber(context, row)),
    trainerInside: inside.has(row.trainerId),
    seats: leads ? await readSeats(context, sessionId, inside) : null,
    waiting:
      leads && isOpen(row) ? (await readLine(context, { sessionId, limit: MOST_WAITING })).items : null,
  }
}

async function readWhoIsInside({ database }: Context, sessionId: SessionId): Promise<Set<string>> {
  const stays = await database.stay.findMany({ where: { sessionId, leftAt: null }, select: { userId: true } })
  return new Set(stays.map((stay) => stay.userId))
}

async function readNumber({ database }: Context, { classId, startsAt }: SessionRow) {
  const held = { classId, status: { not: 'cancelled' as const } }
  const before = await database.classSession.count({ where: { ...held, startsAt: { lt: startsAt } } })
  const numberOf = await database.classSession.count({ where: held })
  return { number: Math.min(before + 1, Math.max(numberOf, 1)), numberOf: Math.max(numberOf, 1) }
}

async function readSeats({ database }: Context, sessionId: SessionId, inside: Set<string>) {
  const seats = await database.seat.findMany({
    where: { sessionId },
    orderBy: { student: { name: 'asc' } },
    select: { kind: true, student: { select: { id: true, name: true, removals: { where: { sessionId } } } } },
  })
  return seats.map(({ kind, student }) => ({
    id: userId.parse(student.id),
    name: student.name,
    kind,
    inside: inside.has(student.id),
    removed: student.removals.length > 0,
  }))
}
