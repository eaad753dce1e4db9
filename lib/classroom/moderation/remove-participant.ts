import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { removeParticipantEndpoint } from '#lib/classroom/api.ts'
import { refuseUnlessLeader } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'

type Input = { sessionId: SessionId } & z.output<typeof removeParticipantEndpoint.body>

/**
 * Puts a student out of the session's room; they stay out, with any token and device, until let in again. Their hand
 * goes down, and the word and everybody's sight are theirs no more.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where they hold no seat
 */
export async function removeParticipant(
  context: Context,
  { sessionId, userId, why = 'other', reason }: Input,
): Promise<Record<string, never>> {
  await refuseUnlessLeader(context, sessionId)
  await changeRoom(context, sessionId, async (context, room) => {
    const { database, now } = context
    const seat = await database.seat.findUnique({
      where: { sessionId_studentId: { sessionId, studentId: userId } },
      select: { studentId: true },
    })
    if (!seat) throw new Refusal('conflict', 'onlyInside')
    const { count } = await database.removal.createMany({
      data: { sessionId, userId, why, reason, createdAt: now },
      skipDuplicates: true,
    })
    if (count === 0) return null
    await recordAudit(context, {
      action: 'participant-removed',
      subject: 'session',
      subjectId: sessionId,
      after: { userId, why },
    })
    await database.attendee.updateMany({
      where: { sessionId, userId },
      data: { handNumber: null, handAt: null, helps: [], audioOnly: false },
    })
    const [hasWord, isLarge] = [room.wordId === userId, room.spotlightId === userId]
    await database.classroom.update({
      where: { sessionId },
      data: { ...(hasWord && { wordId: null, wordAt: null }), ...(isLarge && { spotlightId: null }) },
    })
    await tellPages(context, sessionId)
    return { change: { kind: 'put-out', userId }, rights: 'narrowed' }
  })
  return {}
}
