import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import { type ClassId, sessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { usualSeatKind } from '#lib/sessions/seats/policy.ts'
import { seatInScheduledSessions } from '#lib/sessions/seats/seat-in-scheduled-sessions.ts'
import { lockOpenClass, lockStudents } from '#lib/sessions/seats/seats.ts'
import type { enrolStudentsEndpoint } from './api.ts'
import { mayManageClasses } from './policy.ts'

type Input = { classId: ClassId } & z.output<typeof enrolStudentsEndpoint.body>

/**
 * Enrols students and seats them in every scheduled session of the class with a free seat. They join the waitlist of
 * full sessions, which are returned. Students who are already enrolled only get their missing seats.
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `conflict` (a student booked twice, an archived class)
 */
export async function enrolStudents(
  context: Context,
  { classId, studentIds, allowOverlap, kind }: Input,
): Promise<DataOf<typeof enrolStudentsEndpoint>> {
  const course = await context.database.class.findUnique({
    where: { id: classId },
    select: { title: true },
  })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayManageClasses(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return inTransaction(context, async (context) => {
    const locked = await lockOpenClass(context, classId)
    if (kind === 'in_person' && locked.inPersonCapacity === 0) {
      throw new Refusal('invalid', 'classWithoutInPersonSeats', {
        fields: { kind: 'classWithoutInPersonSeats' },
      })
    }
    await lockStudents(context, studentIds)
    const enrolled = await enrol(context, { classId, studentIds, kind: kind ?? usualSeatKind(locked) })
    const full = await seatInScheduledSessions(context, { classId, studentIds, allowOverlap })
    return {
      enrolled,
      full: full.map((session) => ({
        sessionId: sessionId.parse(session.id),
        title: course.title,
        startsAt: session.startsAt.toISOString(),
      })),
    }
  })
}

type NewEnrolments = { classId: ClassId; studentIds: string[]; kind: SeatKind }

async function enrol(context: Context, { classId, studentIds, kind }: NewEnrolments): Promise<number> {
  const enrolled = await context.database.enrolment.createManyAndReturn({
    data: [...new Set(studentIds)].map((studentId) => ({ classId, studentId, kind, createdAt: context.now })),
    skipDuplicates: true,
    select: { studentId: true },
  })
  if (enrolled.length > 0) {
    await recordAudit(context, {
      action: 'students_enrolled',
      subject: 'class',
      subjectId: classId,
      after: {
        studentIds: enrolled.map((enrolment) => enrolment.studentId),
        ...(kind === 'in_person' && { seatKind: kind }),
      },
    })
  }
  return enrolled.length
}
