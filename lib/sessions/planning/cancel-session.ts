import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, cancelSessionEndpoint } from '#lib/sessions/api.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { refuseUnlessPlanner } from './plan.ts'

type Input = { sessionId: SessionId } & z.output<typeof cancelSessionEndpoint.body>

/**
 * Cancels a session that is not over; again changes nothing. Whoever is inside is told and put out.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where it is completed
 */
export async function cancelSession(context: Context, { sessionId, reason }: Input): Promise<ClassSession> {
  await refuseUnlessPlanner(context, sessionId)
  return inTransaction(context, async (context) => {
    const { count } = await context.database.classSession.updateMany({
      where: { id: sessionId, status: { in: ['scheduled', 'in_progress'] } },
      data: { status: 'cancelled', endedAt: context.now, cancelReason: reason },
    })
    const cancelled = await readSession(context, sessionId)
    if (cancelled.status !== 'cancelled') throw new Refusal('conflict', 'cancelsOnlyOpen')
    if (count === 1) {
      await recordAudit(context, {
        action: 'session-cancelled',
        subject: 'session',
        subjectId: sessionId,
        before: { status: cancelled.startedAt ? 'in_progress' : 'scheduled' },
        after: { status: 'cancelled' },
      })
      await context.jobs.send(context, 'settle-room', { sessionId })
      await tellPages(context, sessionId)
    }
    return cancelled
  })
}
