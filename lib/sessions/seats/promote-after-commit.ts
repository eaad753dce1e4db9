import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { isOpen } from '#lib/sessions/policy.ts'
import { promoteWaitlist } from './promote-waitlist.ts'
import { lockSessions, lockWaitlists } from './seats.ts'

/**
 * Sends jobs that call promoteWaitlistOf() for these sessions after the commit. For transactions that free seats or
 * students, and in whose order of locks (seats.ts) the waitlists cannot be locked any more.
 */
export async function promoteSessionsAfterCommit(
  context: SystemContext,
  sessionIds: SessionId[],
): Promise<void> {
  const lines = sessionIds.map((sessionId) => ({ sessionId }))
  await context.jobs.send(context, 'promote-waitlist', lines)
}

/**
 * Sends promotion jobs for the waitlists that these students are on: a seat in another session that they have lost,
 * or a disabled account, may have kept a free seat from them. The students must be locked, or the change that freed
 * them committed; otherwise a waitlist that they join at the same time is missed.
 */
export async function promoteStudentsAfterCommit(
  context: SystemContext,
  studentIds: string[],
): Promise<void> {
  const waits = await context.database.waitlistEntry.findMany({
    where: { studentId: { in: studentIds }, session: { status: { in: ['scheduled', 'in_progress'] } } },
    distinct: ['sessionId'],
    select: { sessionId: true },
  })
  await promoteSessionsAfterCommit(
    context,
    waits.map((wait) => toSessionId.parse(wait.sessionId)),
  )
}

/**
 * Gives the free seats of an open session to its waitlisted students. A session that is over frees its students: the
 * other waitlists that they are on are promoted. Idempotent.
 */
export async function promoteWaitlistOf(
  context: SystemContext,
  { sessionId }: { sessionId: SessionId },
): Promise<void> {
  await inTransaction(context, async (context) => {
    await lockWaitlists(context, [sessionId])
    const [session] = await lockSessions(context, [sessionId])
    if (!session) return
    if (isOpen(session)) return promoteWaitlist(context, session)
    const seats = await context.database.seat.findMany({ where: { sessionId }, select: { studentId: true } })
    await promoteStudentsAfterCommit(
      context,
      seats.map(({ studentId }) => studentId),
    )
  })
}
