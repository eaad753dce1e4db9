import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessHelping } from '#lib/classroom/guards.ts'
import { atTheDoorOf, readAttendees } from '#lib/classroom/room/attendees.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { tellPages } from '#lib/page-events/tell-pages.ts'
import { seatsOf } from '#lib/sessions/seats/seats-of.ts'
import { toldAtTheDoor } from './told-at-the-door.ts'

/**
 * Lets students in, for the whole session: those named, or everybody who waits. Who has no seat, or was let in
 * already, is passed over.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function admit(
  context: Context,
  { sessionId, userIds }: { sessionId: SessionId; userIds?: UserId[] | undefined },
): Promise<{ admitted: number }> {
  await refuseUnlessHelping(context, sessionId, 'admit')
  let admitted = 0
  await changeRoom(context, sessionId, async (context) => {
    const { database, now } = context
    const waiting = atTheDoorOf(await readAttendees(context, sessionId), now)
    const wanted = userIds ?? waiting.map(({ userId }) => userId)
    const seats = await database.seat.findMany({
      where: { ...seatsOf(sessionId), studentId: { in: wanted } },
      select: { studentId: true },
    })
    const seated = seats.map(({ studentId }) => studentId)
    await database.roomMember.createMany({
      data: seated.map((userId) => ({ sessionId, userId })),
      skipDuplicates: true,
    })
    const letIn = await database.roomMember.updateManyAndReturn({
      where: { sessionId, userId: { in: seated }, admittedAt: null },
      data: { admittedAt: now },
      select: { userId: true },
    })
    if (letIn.length === 0) return null
    admitted = letIn.length
    const ids = letIn.map(({ userId }) => userId)
    await recordAudit(context, {
      action: 'students_admitted',
      subject: 'session',
      subjectId: sessionId,
      after: { studentIds: ids },
    })
    await tellPages(context, sessionId)
    return toldAtTheDoor(context, sessionId)
  })
  return { admitted }
}
