import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { sessionId as sessionIdSchema } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { promoteSessionsAfterCommit } from '#lib/sessions/seats/promote-after-commit.ts'

/**
 * Completes overdue sessions: a running one 30 minutes after its end if no trainer is inside, at the latest 4 hours
 * after; one that never started 24 hours after its end, as not held. Source: docs/contract.md, "Sessions".
 */
export async function completeOverdueSessions(context: SystemContext): Promise<number> {
  return inTransaction(context, async (context) => {
    const { database, now } = context
    const completed = await database.$queryRaw<{ id: string; startedAt: Date | null }[]>`
      UPDATE "ClassSession" session SET "status" = 'completed', "endedAt" = ${now}
      WHERE (session."status" = 'scheduled' AND session."endsAt" < ${now}::timestamptz - interval '24 hours')
        OR (session."status" = 'in_progress' AND (
          session."endsAt" < ${now}::timestamptz - interval '4 hours'
          OR (session."endsAt" < ${now}::timestamptz - interval '30 minutes' AND NOT EXISTS (
            SELECT 1 FROM "Presence" stay
            JOIN "User" person ON person."id" = stay."userId" AND person."role" = 'TRAINER'
            WHERE stay."sessionId" = session."id" AND stay."leftAt" IS NULL))))
      RETURNING session."id", session."startedAt"`
    for (const { id, startedAt } of completed) {
      const sessionId = sessionIdSchema.parse(id)
      await recordAudit(context, {
        action: 'session_ended',
        subject: 'session',
        subjectId: id,
        before: { status: startedAt ? 'in_progress' : 'scheduled' },
        after: { status: 'completed' },
      })
      await context.jobs.send(context, 'reconcile-room', [{ sessionId }])
      await promoteSessionsAfterCommit(context, [sessionId])
      await publishToPages(context, sessionId)
    }
    return completed.length
  })
}
