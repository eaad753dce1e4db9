import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import type { removeFromWaitlistEndpoint } from '#lib/sessions/api.ts'
import { refuseUnlessMayPlan } from '#lib/sessions/planning-checks.ts'
import { lockSessions, lockWaitlists, removeWaitlistEntries } from './seats.ts'

type Input = { sessionId: SessionId } & z.output<typeof removeFromWaitlistEndpoint.body>

/**
 * Removes students from a session's waitlist; their seats stay. Idempotent.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function removeFromWaitlist(
  context: Context,
  { sessionId, studentIds }: Input,
): Promise<DataOf<typeof removeFromWaitlistEndpoint>> {
  await refuseUnlessMayPlan(context, sessionId)
  return { left: await removeStudentsFromWaitlist(context, sessionId, studentIds) }
}

/** The same, for callers that have checked access. Returns how many students were on the waitlist. */
export function removeStudentsFromWaitlist(
  context: Context,
  sessionId: SessionId,
  studentIds: UserId[],
): Promise<number> {
  return inTransaction(context, async (context) => {
    await lockWaitlists(context, [], studentIds)
    await lockSessions(context, [sessionId])
    const left = await removeWaitlistEntries(context, sessionId, studentIds)
    if (left.length > 0) {
      await recordAudit(context, {
        action: 'waitlist_entry_removed',
        subject: 'session',
        subjectId: sessionId,
        before: { studentIds: left },
      })
      await publishToPages(context, sessionId)
    }
    return left.length
  })
}
