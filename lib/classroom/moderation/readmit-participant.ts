import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireModerator } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'

/**
 * Allows a removed student to rejoin. No-op if they were not removed.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function readmitParticipant(
  context: Context,
  { sessionId, userId }: { sessionId: SessionId; userId: UserId },
): Promise<Record<string, never>> {
  await requireModerator(context, sessionId)
  await inTransaction(context, async (context) => {
    const { count } = await context.database.removal.deleteMany({ where: { sessionId, userId } })
    if (count === 0) return
    await recordAudit(context, {
      action: 'participant_readmitted',
      subject: 'session',
      subjectId: sessionId,
      before: { userId },
    })
    await publishToPages(context, sessionId)
  })
  return {}
}
