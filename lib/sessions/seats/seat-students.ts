import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import type { ClassSession, seatStudentsEndpoint } from '#lib/sessions/api.ts'
import { refuseUnlessMayPlan } from '#lib/sessions/planning-checks.ts'
import { isOpen } from '#lib/sessions/policy.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import type { SeatRequest } from './policy.ts'
import { seatRequestsIn } from './seat-requests-in.ts'
import { type LockedSession, lockSessions, lockStudents, takeSeats } from './seats.ts'

type Input = { sessionId: SessionId } & z.output<typeof seatStudentsEndpoint.body>

/**
 * Gives students a seat, all or none, or adds those without one to the waitlist (`whenFull`). Existing seats stay.
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `conflict` (full, over, or busy students)
 */
export async function seatStudents(
  context: Context,
  { sessionId, studentIds, allowOverlap, kind, whenFull = 'refuse' }: Input,
): Promise<ClassSession> {
  await refuseUnlessMayPlan(context, sessionId)
  return inTransaction(context, async (context) => {
    await lockStudents(context, studentIds)
    const session = await lockOpenSession(context, sessionId)
    const requests = await seatRequestsFor(context, session, studentIds, kind)
    const partly = whenFull === 'waitlist'
    const { seated } = await takeSeats(context, session, requests, { allowOverlap, waitlistRest: partly })
    await recordSeated(context, sessionId, seated)
    if (seated.length > 0 || partly) await publishToPages(context, sessionId)
    return readSession(context, sessionId)
  })
}

async function seatRequestsFor(
  context: Context,
  session: LockedSession,
  studentIds: string[],
  kind: SeatKind | undefined,
): Promise<SeatRequest[]> {
  if (!kind) return seatRequestsIn(context, session.classId, studentIds)
  if (kind === 'in_person' && session.inPersonCapacity === 0) throw new Refusal('conflict', 'noInPersonSeats')
  return studentIds.map((studentId) => ({ studentId, kind }))
}

async function recordSeated(context: Context, sessionId: SessionId, seated: SeatRequest[]): Promise<void> {
  for (const seatKind of ['online', 'in_person'] as const) {
    const studentIds = seated.filter(({ kind }) => kind === seatKind).map(({ studentId }) => studentId)
    if (studentIds.length === 0) continue
    await recordAudit(context, {
      action: 'students_seated',
      subject: 'session',
      subjectId: sessionId,
      after: { studentIds, ...(seatKind === 'in_person' && { seatKind }) },
    })
  }
}

/** @throws Refusal `not_found`, `conflict` if the session is over */
export async function lockOpenSession(context: Context, sessionId: SessionId): Promise<LockedSession> {
  const [session] = await lockSessions(context, [sessionId])
  if (!session) throw new Refusal('not_found', 'noSuchSession')
  if (!isOpen(session)) {
    throw new Refusal('conflict', 'seatsOnlyOpen')
  }
  return session
}
