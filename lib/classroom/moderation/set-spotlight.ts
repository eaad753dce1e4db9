import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireModeratorWhileOpen } from '#lib/classroom/guards.ts'
import { findPeopleWithAccess } from '#lib/classroom/people-access.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/**
 * Spotlights a member of the session for everyone, or removes the spotlight. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function setSpotlight(
  context: Context,
  { sessionId, userId }: { sessionId: SessionId; userId: UserId | null },
): Promise<{ number: number }> {
  const { trainerId } = await requireModeratorWhileOpen(context, sessionId)
  const number = await changeRoom(context, sessionId, async (context, room) => {
    if (room.spotlightId === userId) return null
    const session = { id: sessionId, trainerId }
    if (userId && !(await findPeopleWithAccess(context, session, [userId])).has(userId))
      throw new Refusal('conflict', 'spotlightOnlyParticipants')
    await context.database.classroom.update({ where: { sessionId }, data: { spotlightId: userId } })
    await recordAudit(context, {
      action: 'spotlight_set',
      subject: 'session',
      subjectId: sessionId,
      ...(room.spotlightId && { before: { userId: room.spotlightId } }),
      ...(userId && { after: { userId } }),
    })
    return { change: { kind: 'state_patch', patch: { spotlight: userId } } }
  })
  return { number }
}
