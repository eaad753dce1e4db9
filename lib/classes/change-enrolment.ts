import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'
import type { ClassId, UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { promoteWaitlists } from '#lib/sessions/seats/promote-waitlist.ts'
import { lockScheduled } from '#lib/sessions/seats/seat-in-scheduled-sessions.ts'
import { lockClass, lockWaitlists } from '#lib/sessions/seats/seats.ts'
import { moveSeat } from '#lib/sessions/seats/switch-seat.ts'
import type { changeEnrolmentEndpoint } from './api.ts'
import { mayManageClasses } from './policy.ts'

type Input = { classId: ClassId; studentId: UserId } & z.output<typeof changeEnrolmentEndpoint.body>

/**
 * Changes a student's usual seat kind in a class. With `sessions: 'upcoming'` their seats in upcoming scheduled
 * sessions are switched too. If that kind is full, they join its waitlist and keep their current seat.
 * @throws Refusal `not_found`, `forbidden`, `invalid` if the class has no in-person seats
 */
export async function changeEnrolment(
  context: Context,
  { classId, studentId, kind, sessions = 'none' }: Input,
): Promise<DataOf<typeof changeEnrolmentEndpoint>> {
  const { database, actor } = context
  const course = await database.class.findUnique({
    where: { id: classId },
    select: { inPersonCapacity: true },
  })
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')
  return inTransaction(context, async (context) => {
    const { inPersonCapacity } = await lockClass(context, classId)
    if (kind === 'in_person' && inPersonCapacity === 0) {
      throw new Refusal('invalid', 'classWithoutInPersonSeats', {
        fields: { kind: 'classWithoutInPersonSeats' },
      })
    }
    await updateUsualSeat(context, { classId, studentId, kind })
    return sessions === 'upcoming'
      ? switchUpcomingSeats(context, { classId, studentId, kind })
      : { kind, switched: 0, waitlisted: 0 }
  })
}

type UsualSeat = { classId: ClassId; studentId: UserId; kind: SeatKind }

async function updateUsualSeat(context: Context, { classId, studentId, kind }: UsualSeat): Promise<void> {
  const key = { classId_studentId: { classId, studentId } }
  const before = await context.database.enrolment.findUnique({ where: key, select: { kind: true } })
  if (!before) throw new Refusal('not_found', 'notEnrolled')
  if (before.kind === kind) return
  await context.database.enrolment.update({ where: key, data: { kind }, select: { kind: true } })
  await recordAudit(context, {
    action: 'enrolment_changed',
    subject: 'class',
    subjectId: classId,
    before: { seatKind: before.kind },
    after: { seatKind: kind, studentIds: [studentId] },
  })
}

async function switchUpcomingSeats(context: Context, { classId, studentId, kind }: UsualSeat) {
  const upcoming = { classId, status: 'scheduled' as const, startsAt: { gt: context.now } }
  const seated = await context.database.classSession.findMany({
    where: { ...upcoming, inPersonCapacity: { gt: 0 }, seats: { some: { studentId } } },
    select: { id: true },
  })
  const ids = seated.map(({ id }) => id)
  await lockWaitlists(context, ids, [studentId])
  const found = { kind, switched: 0, waitlisted: 0 }
  const freed: string[] = []
  for (const session of await lockScheduled(context, classId)) {
    if (!ids.includes(session.id)) continue
    const seat = await context.database.seat.findFirst({
      where: { sessionId: session.id, studentId },
      select: { kind: true },
    })
    if (!seat) continue
    const moved = await moveSeat(context, session, { studentId, kind, whenFull: 'waitlist' })
    if (moved) freed.push(session.id)
    else if (seat.kind !== kind) found.waitlisted += 1
  }
  await promoteWaitlists(context, freed)
  return { ...found, switched: freed.length }
}
