import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { isOpen } from '#lib/sessions/policy.ts'
import { promoteWaitlist } from './promote-waitlist.ts'
import { lockSessions, lockWaitlists } from './seats.ts'

/**
 * Sends the jobs that call promoteSession() for these sessions once the transaction is committed. For transactions
 * that free seats or students, and whose order of locks (seats.ts) leaves no place for the lines.
 */
export async function promoteSessionsAfterCommit(
  context: SystemContext,
  sessionIds: SessionId[],
): Promise<void> {
  const lines = sessionIds.map((sessionId) => ({ sessionId }))
  await context.jobs.send(context, 'promote-waitlist', lines)
}

/**
 * Sends promotion jobs for the lines in which these students stand: a seat in another session that they have lost, or
 * an account that was disabled, may have kept a free seat from them. The students have to be locked, or what freed
 * them committed: otherwise a line that they join at the same time is missed.
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
 * Gives the free seats of an open session to the students in its line. A session that is over frees its students:
 * their other lines are promoted. Idempotent.
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
