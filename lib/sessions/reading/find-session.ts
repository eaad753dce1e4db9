import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { readCheckSummaries } from '#lib/device-check/read-check-summaries.ts'
import { readNamesakes, readNamesInClass } from '#lib/identity/namesakes.ts'
import { mayReadEmails } from '#lib/identity/policy.ts'
import { type SessionId, userId } from '#lib/kernel/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { isOpen, mayModerate, maySeeSeats } from '#lib/sessions/policy.ts'
import { readOwnSessionRow } from '#lib/sessions/read-session.ts'
import { readWaitlist } from '#lib/sessions/seats/list-waitlist.ts'
import { type LastPresence, seatState } from '#lib/sessions/seats/seat-state.ts'
import { seatsOf } from '#lib/sessions/seats/seats-of.ts'
import { type SessionRow, sessionAccessOf, sessionView } from '#lib/sessions/session-view.ts'

const MAX_WAITING = 100

/**
 * One session with its number among those of its class, and its people for an actor who may see them.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function findSession(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<SessionDetail> {
  const row = await readOwnSessionRow(context, sessionId)
  const presences = await readPresences(context, sessionId)
  const mayManage = mayModerate(context.actor, row)
  // An assistant may be a student, who must not see other people's devices.
  const visible = { checks: mayManage && isOpen(row) }
  return {
    ...sessionView(row, context),
    ...(await readNumber(context, row)),
    trainerInside: isInside(presences.get(row.trainerId)),
    removal: await readRemoval(context, sessionId),
    seats: maySeeSeats(context.actor, sessionAccessOf(row))
      ? await readSeats(context, isOpen(row) ? seatsOf(sessionId) : { sessionId }, presences, visible)
      : null,
    waitlist:
      mayManage && isOpen(row)
        ? (await readWaitlist(context, { sessionId, limit: MAX_WAITING })).items
        : null,
  }
}

/** By person: whether they are inside, or when they last left. */
async function readPresences(
  { database }: Context,
  sessionId: SessionId,
): Promise<Map<string, LastPresence>> {
  const stays = await database.presence.findMany({
    where: { sessionId },
    // The last row per person wins: the latest presence, and their own connection over their companion.
    orderBy: [{ leftAt: { sort: 'asc', nulls: 'last' } }, { companion: 'desc' }],
    select: { userId: true, leftAt: true, companion: true },
  })
  return new Map(
    stays.map(({ userId, leftAt, companion }) => [userId, leftAt ?? (companion ? 'companion' : 'inside')]),
  )
}

function isInside(last: LastPresence | undefined): boolean {
  return last === 'inside' || last === 'companion'
}

async function readRemoval(
  { database, actor }: Context,
  sessionId: SessionId,
): Promise<SessionDetail['removal']> {
  return database.removal.findUnique({
    where: { sessionId_userId: { sessionId, userId: actor.id } },
    select: { why: true, reason: true },
  })
}

async function readNumber({ database }: Context, { classId, startsAt }: SessionRow) {
  const held = { classId, status: { not: 'cancelled' as const } }
  const before = await database.classSession.count({ where: { ...held, startsAt: { lt: startsAt } } })
  const numberOf = await database.classSession.count({ where: held })
  return { number: Math.min(before + 1, Math.max(numberOf, 1)), sessionCount: Math.max(numberOf, 1) }
}

async function readSeats(
  { database, actor, now }: Context,
  where: Prisma.SeatWhereInput & { sessionId: SessionId },
  presences: Map<string, LastPresence>,
  visible: { checks: boolean },
) {
  const { sessionId } = where
  const checks = visible.checks ? await readCheckSummaries({ database }, sessionId) : null
  const seats = await database.seat.findMany({
    where,
    orderBy: { student: { name: 'asc' } },
    select: {
      kind: true,
      student: {
        select: {
          id: true,
          name: true,
          removals: { where: { sessionId }, select: { userId: true } },
          roomMembers: { where: { sessionId }, select: { entryRequestSeenAt: true, admittedAt: true } },
        },
      },
    },
  })
  const names = await readNamesInClass(
    { database },
    sessionId,
    seats.map(({ student }) => student.id),
  )
  const namesakes = mayReadEmails(actor) ? await readNamesakes({ database }, sessionId) : []
  const emails = new Map<string, string>(namesakes.map(({ userId, email }) => [userId, email]))
  return seats.map(({ kind, student }) => {
    const last = presences.get(student.id) ?? null
    const [attendee] = student.roomMembers
    return {
      id: userId.parse(student.id),
      name: names.get(student.id) ?? student.name,
      email: emails.get(student.id) ?? null,
      kind,
      inside: isInside(last),
      removed: student.removals.length > 0,
      state: seatState(
        {
          kind,
          last,
          entryRequestSeenAt: attendee?.admittedAt ? null : (attendee?.entryRequestSeenAt ?? null),
        },
        now,
      ),
      ...(checks && { lastCheck: checks.get(student.id) ?? null }),
    }
  })
}
