import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { AuditAction, AuditSubject } from './api.ts'
import { recordAudits } from './record-audit.ts'

type AuditView = { action: AuditAction; subject: AuditSubject; subjectId: string }

/** Page views and automatic reloads within this time count as one view, in ms. */
const VIEW_WINDOW_MS = 10 * MINUTE_MS

/** Records views by the actor in the audit trail: each subject at most once in 10 minutes, even if requests race. */
export async function recordViews(
  context: Context,
  action: AuditAction,
  views: Omit<AuditView, 'action'>[],
): Promise<void> {
  if (views.length === 0) return
  await inTransaction(context, async (context) => {
    const { database, actor, now } = context
    await database.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`${action} ${actor.id}`}))::text`
    const recent = await database.auditEvent.findMany({
      where: {
        action,
        actorId: actor.id,
        subjectId: { in: views.map(({ subjectId }) => subjectId) },
        at: { gt: new Date(now.getTime() - VIEW_WINDOW_MS) },
      },
      select: { subjectId: true },
    })
    const known = new Set(recent.map(({ subjectId }) => subjectId))
    const fresh = views.filter(({ subjectId }) => !known.has(subjectId))
    await recordAudits(
      context,
      fresh.map((look) => ({ ...look, action })),
    )
  })
}
