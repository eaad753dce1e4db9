import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { markRightsReduced } from '#lib/room-access/mark-rights-reduced.ts'
import type { ClassSession, unseatStudentsEndpoint } from '#lib/sessions/api.ts'
import { refuseUnlessMayPlan } from '#lib/sessions/planning-checks.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { promoteStudentsAfterCommit } from './promote-after-commit.ts'
import { promoteWaitlists } from './promote-waitlist.ts'
import { lockOpenSession } from './seat-students.ts'
import { lockWaitlists, releaseSeats } from './seats.ts'

type Input = { sessionId: SessionId } & z.output<typeof unseatStudentsEndpoint.body>

/**
 * Removes students' seats and waitlist entries; students without a seat are accepted. Freed seats go to waitlisted
 * students at once, and unseated students are removed from the room.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if the session is over
 */
export async function unseatStudents(
  context: Context,
  { sessionId, studentIds }: Input,
): Promise<ClassSession> {
  await refuseUnlessMayPlan(context, sessionId)
  return inTransaction(context, async (context) => {
    await lockWaitlists(context, [sessionId], studentIds)
    await lockOpenSession(context, sessionId)
    const unseated = await releaseSeats(context, sessionId, studentIds)
    if (unseated.length > 0) {
      await recordAudit(context, {
        action: 'students_unseated',
        subject: 'session',
        subjectId: sessionId,
        before: { studentIds: unseated },
      })
      await markRightsReduced(context, [sessionId])
      await publishToPages(context, sessionId, unseated)
      await promoteWaitlists(context, [sessionId])
      await promoteStudentsAfterCommit(context, unseated)
    }
    return readSession(context, sessionId)
  })
}
