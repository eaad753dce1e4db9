import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { type ClassId, type SessionId, sessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { markRightsReduced } from '#lib/room-access/mark-rights-reduced.ts'
import { promoteStudentsAfterCommit } from '#lib/sessions/seats/promote-after-commit.ts'
import { promoteWaitlists } from '#lib/sessions/seats/promote-waitlist.ts'
import { lockScheduled } from '#lib/sessions/seats/seat-in-scheduled-sessions.ts'
import { lockClass, lockWaitlists, releaseSeats } from '#lib/sessions/seats/seats.ts'
import type { unenrolStudentsEndpoint } from './api.ts'
import { mayManageClasses } from './policy.ts'

type Input = { classId: ClassId } & z.output<typeof unenrolStudentsEndpoint.body>

/**
 * Removes students from a class. Releases their seats and waitlist entries in its scheduled sessions; the seats go to
 * the waitlist. Held sessions stay in the history. Idempotent.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function unenrolStudents(
  context: Context,
  { classId, studentIds }: Input,
): Promise<DataOf<typeof unenrolStudentsEndpoint>> {
  const course = await context.database.class.findUnique({ where: { id: classId }, select: { id: true } })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayManageClasses(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return inTransaction(context, async (context) => {
    await lockClass(context, classId)
    const enrolments = await context.database.enrolment.findMany({
      where: { classId, studentId: { in: studentIds } },
      select: { studentId: true },
    })
    const leaving = enrolments.map(({ studentId }) => studentId)
    if (leaving.length === 0) return { unenrolled: 0 }
    await releaseScheduledSeats(context, classId, leaving)
    await context.database.enrolment.deleteMany({ where: { classId, studentId: { in: leaving } } })
    await recordAudit(context, {
      action: 'students_unenrolled',
      subject: 'class',
      subjectId: classId,
      before: { studentIds: leaving },
    })
    return { unenrolled: leaving.length }
  })
}

async function releaseScheduledSeats(
  context: Context,
  classId: ClassId,
  studentIds: string[],
): Promise<void> {
  const scheduled = await context.database.classSession.findMany({
    where: { classId, status: 'scheduled' },
    select: { id: true },
  })
  await lockWaitlists(
    context,
    scheduled.map(({ id }) => id),
    studentIds,
  )
  const sessions = await lockScheduled(context, classId)
  const left: SessionId[] = []
  for (const session of sessions) {
    const id = sessionId.parse(session.id)
    const unseated = await releaseSeats(context, id, studentIds)
    if (unseated.length > 0) left.push(id)
    await publishToPages(context, id, unseated)
  }
  // Online rooms are open while their session is scheduled.
  await markRightsReduced(context, left)
  await promoteWaitlists(
    context,
    sessions.map(({ id }) => id),
  )
  await promoteStudentsAfterCommit(context, studentIds)
}
