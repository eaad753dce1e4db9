import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { tellPages } from '#lib/page-events/tell-pages.ts'
import type { takeOutOfLineEndpoint } from '#lib/sessions/api.ts'
import { refuseUnlessPlanner } from '#lib/sessions/plan.ts'
import { leaveLine, lockLines, lockSessions } from './seats.ts'

type Input = { sessionId: SessionId } & z.output<typeof takeOutOfLineEndpoint.body>

/**
 * Takes students out of a session's line; their seats stay as they are. Again changes nothing.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function takeOutOfLine(
  context: Context,
  { sessionId, studentIds }: Input,
): Promise<DataOf<typeof takeOutOfLineEndpoint>> {
  await refuseUnlessPlanner(context, sessionId)
  return { left: await takeOut(context, sessionId, studentIds) }
}

/** The same for whoever was asked already. Answers how many were in line. */
export function takeOut(context: Context, sessionId: SessionId, studentIds: UserId[]): Promise<number> {
  return inTransaction(context, async (context) => {
    await lockLines(context, [], studentIds)
    await lockSessions(context, [sessionId])
    const left = await leaveLine(context, sessionId, studentIds)
    if (left.length > 0) {
      await recordAudit(context, {
        action: 'waitlist_entry_removed',
        subject: 'session',
        subjectId: sessionId,
        before: { studentIds: left },
      })
      await tellPages(context, sessionId)
    }
    return left.length
  })
}
