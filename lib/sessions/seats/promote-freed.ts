import 'server-only'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { type SessionId, sessionId } from '#lib/sessions/ids.ts'
import { promoteLines } from './promote-line.ts'
import { lockLines } from './seats.ts'

/**
 * Has the lines looked through in which students stand who have just lost a seat elsewhere: they may have been passed
 * over there because they were busy. By job, since those sessions come into no order with the ones that are locked.
 */
export async function promoteFreed(context: SystemContext, studentIds: string[]): Promise<void> {
  const waits = await context.database.wait.findMany({
    where: { studentId: { in: studentIds }, session: { status: { in: ['scheduled', 'in_progress'] } } },
    distinct: ['sessionId'],
    select: { sessionId: true },
  })
  const lines = waits.map((wait) => ({ sessionId: sessionId.parse(wait.sessionId) }))
  await context.jobs.send(context, 'promote-line', lines)
}

/** Gives the free places of a session to those in line; again changes nothing. */
export async function promoteSession(
  context: SystemContext,
  { sessionId }: { sessionId: SessionId },
): Promise<void> {
  await inTransaction(context, async (context) => {
    await lockLines(context, [sessionId])
    await promoteLines(context, [sessionId])
  })
}
