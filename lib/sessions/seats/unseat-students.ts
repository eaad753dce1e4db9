import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, unseatStudentsEndpoint } from '#lib/sessions/api.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { refuseUnlessPlanner } from '#lib/sessions/planning/plan.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { lockOpenSession } from './seat-students.ts'

type Input = { sessionId: SessionId } & z.output<typeof unseatStudentsEndpoint.body>

/**
 * Takes seats back; who has none stays without. Whoever is inside is put out.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where the session is over
 */
export async function unseatStudents(
  context: Context,
  { sessionId, studentIds }: Input,
): Promise<ClassSession> {
  await refuseUnlessPlanner(context, sessionId)
  return inTransaction(context, async (context) => {
    await lockOpenSession(context, sessionId)
    const seats = await context.database.seat.findMany({
      where: { sessionId, studentId: { in: studentIds } },
      select: { studentId: true },
    })
    const unseated = seats.map((seat) => seat.studentId)
    if (unseated.length > 0) {
      await context.database.seat.deleteMany({ where: { sessionId, studentId: { in: unseated } } })
      await context.database.classSession.update({
        where: { id: sessionId },
        data: { seatsTaken: { decrement: unseated.length } },
        select: { id: true },
      })
      await recordAudit(context, {
        action: 'students-unseated',
        subject: 'session',
        subjectId: sessionId,
        before: { studentIds: unseated },
      })
      await context.jobs.send(context, 'settle-room', { sessionId })
      await tellPages(context, sessionId, unseated)
    }
    return readSession(context, sessionId)
  })
}
