import 'server-only'
import { findPeopleWithAccess } from '#lib/classroom/people-access.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { clearRoomMember } from '#lib/classroom/room/clear-room-member.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'

/**
 * Clears the room state of people who have lost access to a session for any reason: raised hands, the floor,
 * assistant permissions and everything else that clearRoomMember() clears.
 */
export async function clearFormerMembers(context: SystemContext, sessionId: SessionId): Promise<void> {
  for (const memberId of await findFormerMembers(context, sessionId)) {
    await changeRoom(context, sessionId, async (context, room) => {
      const hasNoAccess = (await findFormerMembers(context, sessionId)).includes(memberId)
      return hasNoAccess ? { change: await clearRoomMember(context, room, memberId) } : null
    })
  }
}

async function findFormerMembers(context: SystemContext, sessionId: SessionId): Promise<UserId[]> {
  const session = await context.database.classSession.findUnique({
    where: { id: sessionId },
    select: {
      trainerId: true,
      classroom: { select: { speakerId: true, spotlightId: true } },
      roomMembers: {
        where: {
          OR: [
            { handNumber: { not: null } },
            { assistantPermissions: { isEmpty: false } },
            { audioOnly: true },
            { entryRequestedAt: { not: null }, admittedAt: null },
          ],
        },
        select: { userId: true },
      },
    },
  })
  if (!session) return []
  const { trainerId, classroom, roomMembers } = session
  const candidateIds = [
    ...new Set([
      ...roomMembers.map((attendee) => attendee.userId),
      classroom?.speakerId,
      classroom?.spotlightId,
    ]),
  ].flatMap((id) => (id ? userId.parse(id) : []))
  if (candidateIds.length === 0) return []
  const withAccess = await findPeopleWithAccess(context, { id: sessionId, trainerId }, candidateIds)
  return candidateIds.filter((id) => !withAccess.has(id))
}
