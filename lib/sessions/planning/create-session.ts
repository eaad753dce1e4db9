import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { ClassSession, createSessionEndpoint } from '#lib/sessions/api.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { lockClass, lockSessions, lockStudents, takeSeats } from '#lib/sessions/seats/seats.ts'
import { explainPlanFault, refuseBadSpan, refuseUnlessTrainer } from './plan.ts'

type Input = z.output<typeof createSessionEndpoint.body>

/**
 * Plans a session and seats the class's enrolled students, in the order of enrolment where places are fewer.
 * @throws Refusal `not_found` (class), `forbidden`, `invalid`, `conflict` (a trainer or student booked twice)
 */
export async function createSession(context: Context, input: Input): Promise<ClassSession> {
  const { database } = context
  const course = await database.class.findUnique({
    where: { id: input.classId },
    select: { mode: true, capacity: true },
  })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayPlan(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  refuseBadSpan(input)
  refuseOtherType(course.mode, input.sessionType)
  const { allowOverlap, capacity = course.capacity, title = null, ...plan } = input
  try {
    return await inTransaction(context, async (context) => {
      const studentIds = await lockEnrolled(context, plan.classId)
      await refuseUnlessTrainer(context, plan.trainerId)
      const created = await context.database.classSession.create({
        data: { ...plan, title, capacity, createdAt: context.now },
        select: { id: true },
      })
      const id = sessionId.parse(created.id)
      for (const session of await lockSessions(context, [id])) {
        await takeSeats(context, session, studentIds, { allowOverlap, partly: true })
      }
      await recordAudit(context, {
        action: 'session-created',
        subject: 'session',
        subjectId: id,
        after: {
          startsAt: plan.startsAt.toISOString(),
          endsAt: plan.endsAt.toISOString(),
          trainerId: plan.trainerId,
          capacity,
        },
      })
      await tellPages(context, id)
      return readSession(context, id)
    })
  } catch (error) {
    throw await explainPlanFault(context, error, [{ ...plan, id: null, locationId: null }])
  }
}

/** The class's students in the order of enrolment. They are locked before the session exists: see seats.ts. */
async function lockEnrolled(context: Context, classId: string): Promise<string[]> {
  await lockClass(context, classId)
  const enrolments = await context.database.enrolment.findMany({
    where: { classId, student: { role: 'STUDENT', disabledAt: null } },
    orderBy: [{ createdAt: 'asc' }, { studentId: 'asc' }],
    select: { studentId: true },
  })
  const studentIds = enrolments.map((enrolment) => enrolment.studentId)
  await lockStudents(context, studentIds)
  return studentIds
}

/** An ONLINE class has online sessions, an OFFLINE one offline sessions, a HYBRID one both (contract.md). */
function refuseOtherType(mode: 'ONLINE' | 'OFFLINE' | 'HYBRID', type: 'online' | 'offline'): void {
  if (mode === 'HYBRID' || mode === type.toUpperCase()) return
  throw new Refusal('invalid', 'typeNotInMode', {
    values: { mode, type },
    fields: { sessionType: 'typeNotInMode' },
  })
}
