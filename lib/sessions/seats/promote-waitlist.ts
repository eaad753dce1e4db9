import 'server-only'
import { randomUUID } from 'node:crypto'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { StaleRead } from '#lib/database/transaction.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import { sessionId as toSessionId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { isOpen } from '#lib/sessions/policy.ts'
import { countFreeSeats, type Promotion, promoteStudents, type WaitlistedStudent } from './policy.ts'
import { countSeats, type LockedSession, lockSessions, removeWaitlistEntries } from './seats.ts'

type Acting = SystemContext & { actor?: Actor }

/**
 * Gives the free seats of open sessions to waitlisted students and notifies them. Call it in the transaction that
 * freed the seats, after it changed seats or capacities, and call lockWaitlists() before the sessions are locked.
 * @throws StaleRead if a student joined the waitlist who is not locked
 */
export async function promoteWaitlists(context: Acting, sessionIds: string[]): Promise<void> {
  for (const session of await lockSessions(context, sessionIds)) await promoteWaitlist(context, session)
}

/** The same for one locked session in its current state. */
export async function promoteWaitlist(context: Acting, session: LockedSession): Promise<void> {
  if (!isOpen(session)) return
  const free = countFreeSeats(session)
  if (free.online === 0 && free.in_person === 0) return
  const locked = await lockAvailableStudents(context, session.id)
  const promotions = promoteStudents(session, await readEligible(context, session))
  if (promotions.length === 0) return
  if (promotions.some(({ studentId }) => !locked.has(studentId))) throw new StaleRead()
  await writePromotions(context, session.id, promotions)
  await announcePromotions(context, session.id, promotions)
}

/**
 * Locks the waitlisted students that no other transaction holds, and returns all that are locked here. Waiting for
 * students while holding a session could cause a deadlock.
 */
async function lockAvailableStudents({ database }: Acting, sessionId: string): Promise<Set<string>> {
  const held = await database.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "User"
    WHERE "id" = ANY(ARRAY(SELECT "studentId" FROM "WaitlistEntry" WHERE "sessionId" = ${sessionId}::uuid))
    ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED`
  return new Set(held.map(({ id }) => id))
}

/**
 * Waitlisted students who can take a seat; a student with another session then is skipped and stays on the waitlist.
 */
function readEligible(
  { database }: Acting,
  { id, startsAt, endsAt }: LockedSession,
): Promise<WaitlistedStudent[]> {
  return database.$queryRaw<WaitlistedStudent[]>`
    SELECT wait."studentId", wait."kind"::text, seat."kind"::text AS "seat"
    FROM "WaitlistEntry" wait
    JOIN "User" student ON student."id" = wait."studentId" AND student."role" = 'STUDENT'
      AND student."disabledAt" IS NULL
    LEFT JOIN "Seat" seat ON seat."sessionId" = wait."sessionId" AND seat."studentId" = wait."studentId"
    WHERE wait."sessionId" = ${id}::uuid AND (seat."sessionId" IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM "Seat" elsewhere
      JOIN "ClassSession" other ON other."id" = elsewhere."sessionId"
        AND other."status" IN ('scheduled', 'in_progress')
        AND other."startsAt" < ${endsAt} AND other."endsAt" > ${startsAt}
      WHERE elsewhere."studentId" = wait."studentId"))
    ORDER BY wait."createdAt", wait."studentId"`
}

async function writePromotions(context: Acting, sessionId: string, promotions: Promotion[]): Promise<void> {
  const { database, now } = context
  const newcomers = promotions.filter(({ from }) => from === null)
  await database.seat.createMany({
    data: newcomers.map(({ studentId, to }) => ({ sessionId, studentId, kind: to, createdAt: now })),
  })
  for (const kind of ['online', 'in_person'] as const) {
    const moving = idsOf(promotions.filter(({ from, to }) => from !== null && to === kind))
    await database.seat.updateMany({ where: { sessionId, studentId: { in: moving } }, data: { kind } })
  }
  await removeWaitlistEntries(
    context,
    sessionId,
    idsOf(promotions.filter(({ staysOnWaitlist }) => !staysOnWaitlist)),
  )
  await countSeats(context, sessionId)
}

async function announcePromotions(context: Acting, id: string, promotions: Promotion[]): Promise<void> {
  const sessionId = toSessionId.parse(id)
  for (const seatKind of ['online', 'in_person'] as const satisfies SeatKind[]) {
    const studentIds = idsOf(promotions.filter(({ to }) => to === seatKind))
    if (studentIds.length === 0) continue
    await recordAudit(context, {
      action: 'seat_given',
      subject: 'session',
      subjectId: sessionId,
      after: { seatKind, studentIds },
    })
    await writeNotices(
      context,
      studentIds.map((studentId) => ({
        userId: userId.parse(studentId),
        // A unique key: a student who gets a seat again is notified again.
        key: `place:${sessionId}:${randomUUID()}`,
        kind: 'seat_given' as const,
        facts: { sessionId, seatKind },
      })),
    )
  }
  await publishToPages(context, sessionId)
}

function idsOf(promotions: Promotion[]): string[] {
  return promotions.map(({ studentId }) => studentId)
}
