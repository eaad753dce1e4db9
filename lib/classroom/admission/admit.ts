import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { lobbyOf, readRoomMembers } from '#lib/classroom/room/room-members.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { seatsOf } from '#lib/sessions/seats/seats-of.ts'
import { lobbyUpdate } from './lobby-update.ts'

/**
 * Admits the named students, or everyone in the lobby, for the whole session. Students without a seat and students
 * who are already admitted are skipped.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function admit(
  context: Context,
  { sessionId, userIds }: { sessionId: SessionId; userIds?: UserId[] | undefined },
): Promise<{ admitted: number; number: number }> {
  await requireAssistantPermission(context, sessionId, 'admit')
  let admitted = 0
  const number = await changeRoom(context, sessionId, async (context) => {
    const { database, now } = context
    const waiting = lobbyOf(await readRoomMembers(context, sessionId), now)
    const requestedIds = userIds ?? waiting.map(({ userId }) => userId)
    const seats = await database.seat.findMany({
      where: { ...seatsOf(sessionId), studentId: { in: requestedIds } },
      select: { studentId: true },
    })
    const seated = seats.map(({ studentId }) => studentId)
    await database.roomMember.createMany({
      data: seated.map((userId) => ({ sessionId, userId })),
      skipDuplicates: true,
    })
    const admittedNow = await database.roomMember.updateManyAndReturn({
      where: { sessionId, userId: { in: seated }, admittedAt: null },
      data: { admittedAt: now },
      select: { userId: true },
    })
    if (admittedNow.length === 0) return null
    admitted = admittedNow.length
    const ids = admittedNow.map(({ userId }) => userId)
    await recordAudit(context, {
      action: 'students_admitted',
      subject: 'session',
      subjectId: sessionId,
      after: { studentIds: ids },
    })
    await publishToPages(context, sessionId)
    return lobbyUpdate(context, sessionId)
  })
  return { admitted, number }
}
