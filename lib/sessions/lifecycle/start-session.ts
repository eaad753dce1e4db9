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

/**
 * Starts a scheduled session, at any time of day; no-op if it is running.
 * @throws Refusal `not_found`, `forbidden` (the attempt is audited), `conflict` if it is over
 */
export async function startSession(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<ClassSession> {
  const session = await readSessionRow(context, sessionId)
  if (!mayModerate(context.actor, session)) {
    await recordAudit(context, { action: 'start_refused', subject: 'session', subjectId: sessionId })
    throw new Refusal('forbidden', 'notYourSession')
  }
  return inTransaction(context, async (context) => {
    const { count } = await context.database.classSession.updateMany({
      where: { id: sessionId, status: 'scheduled', ...whereMayModerate(context.actor) },
      data: { status: 'in_progress', startedAt: context.now },
    })
    if (count === 1) {
      await recordAudit(context, {
        action: 'session_started',
        subject: 'session',
        subjectId: sessionId,
        before: { status: 'scheduled' },
        after: { status: 'in_progress' },
      })
      await publishToPages(context, sessionId)
    }
    const started = await readSession(context, sessionId)
    if (started.status !== 'in_progress') throw new Refusal('conflict', 'startsOnlyOpen')
    return started
  })
}

/**
 * The right as a condition of the write itself, so that a trainer replaced at the same moment cannot start or end it.
 */
export function whereMayModerate(actor: Context['actor']): { trainerId?: string } {
  return actor.role === 'ADMIN' ? {} : { trainerId: actor.id }
}
