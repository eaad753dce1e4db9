import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, seatStudentsEndpoint } from '#lib/sessions/api.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { refuseUnlessPlanner } from '#lib/sessions/planning/plan.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { type LockedSession, lockSessions, lockStudents, takeSeats } from './seats.ts'

type Input = { sessionId: SessionId } & z.output<typeof seatStudentsEndpoint.body>

/**
 * Gives students a seat, all of them or nobody; who has one keeps it.
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `conflict` (full, over, or busy students)
 */
export async function seatStudents(
  context: Context,
  { sessionId, studentIds, allowOverlap }: Input,
): Promise<ClassSession> {
  await refuseUnlessPlanner(context, sessionId)
  return inTransaction(context, async (context) => {
    await lockStudents(context, studentIds)
    const session = await lockOpenSession(context, sessionId)
    const { seated } = await takeSeats(context, session, studentIds, { allowOverlap, partly: false })
    if (seated.length > 0) {
      await recordAudit(context, {
        action: 'students-seated',
        subject: 'session',
        subjectId: sessionId,
        after: { studentIds: seated },
      })
      await tellPages(context, sessionId)
    }
    return readSession(context, sessionId)
  })
}

/** @throws Refusal `not_found`, `conflict` where the session is over */
export async function lockOpenSession(context: Context, sessionId: SessionId): Promise<LockedSession> {
  const [session] = await lockSessions(context, [sessionId])
  if (!session) throw new Refusal('not_found', 'noSuchSession')
  if (session.status !== 'scheduled' && session.status !== 'in_progress') {
    throw new Refusal('conflict', 'seatsOnlyOpen')
  }
  return session
}
