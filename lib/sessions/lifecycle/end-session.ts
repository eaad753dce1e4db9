import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { mayModerate } from '#lib/sessions/policy.ts'
import { readSession, readSessionRow } from '#lib/sessions/read-session.ts'
import { promoteSessionsAfterCommit } from '#lib/sessions/seats/promote-after-commit.ts'
import { whereMayModerate } from './start-session.ts'

/**
 * Ends a running session for everyone; no-op if it is completed. The room closes after the commit.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if it never started
 */
export async function endSession(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<ClassSession> {
  const session = await readSessionRow(context, sessionId)
  if (!mayModerate(context.actor, session)) throw new Refusal('forbidden', 'notYourSession')
  return inTransaction(context, async (context) => {
    const { count } = await context.database.classSession.updateMany({
      where: { id: sessionId, status: 'in_progress', ...whereMayModerate(context.actor) },
      data: { status: 'completed', endedAt: context.now },
    })
    if (count === 1) {
      await recordAudit(context, {
        action: 'session_ended',
        subject: 'session',
        subjectId: sessionId,
        before: { status: 'in_progress' },
        after: { status: 'completed' },
      })
      await context.jobs.send(context, 'reconcile-room', [{ sessionId }])
      await promoteSessionsAfterCommit(context, [sessionId])
      await publishToPages(context, sessionId)
    }
    const ended = await readSession(context, sessionId)
    if (ended.status !== 'completed') throw new Refusal('conflict', 'endsOnlyStarted')
    return ended
  })
}
