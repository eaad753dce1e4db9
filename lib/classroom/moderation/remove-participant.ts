import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { removeParticipantEndpoint } from '#lib/classroom/api.ts'
import { requireModeratorWhileOpen } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { clearRoomMember } from '#lib/classroom/room/clear-room-member.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'

type Input = { sessionId: SessionId } & z.output<typeof removeParticipantEndpoint.body>

/**
 * Removes a student from the session's room. They stay out, with any token and device, until they are allowed to
 * rejoin. Everything they hold in the room is cleared.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if they have no seat or the session has ended
 */
export async function removeParticipant(
  context: Context,
  { sessionId, userId, why = 'other', reason }: Input,
): Promise<Record<string, never>> {
  await requireModeratorWhileOpen(context, sessionId)
  await changeRoom(context, sessionId, async (context, room) => {
    const { database, now } = context
    const seat = await database.seat.findUnique({
      where: { sessionId_studentId: { sessionId, studentId: userId } },
      select: { studentId: true },
    })
    if (!seat) throw new Refusal('conflict', 'onlyParticipants')
    const { count } = await database.removal.createMany({
      data: { sessionId, userId, why, reason, createdAt: now },
      skipDuplicates: true,
    })
    if (count === 0) return null
    await recordAudit(context, {
      action: 'participant_removed',
      subject: 'session',
      subjectId: sessionId,
      after: { userId, why },
    })
    await publishToPages(context, sessionId)
    return { change: await clearRoomMember(context, room, userId), rights: 'reduced' }
  })
  return {}
}
