import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Classroom } from '#lib/database/generated/client.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import type { RoomChange } from './api.ts'

/**
 * Takes back what somebody who is out has in a session's room: their hand, the word, everybody's sight, parts of
 * leading, exceptions from locks, their place at the door. For who holds the room's row; answers what to tell.
 */
export async function clearRoomMember(
  { database }: Pick<SystemContext, 'database'>,
  { sessionId, speakerId, spotlightId }: Classroom,
  userId: UserId,
): Promise<RoomChange> {
  await database.roomMember.updateMany({
    where: { sessionId, userId },
    data: {
      handNumber: null,
      handRaisedAt: null,
      assistantPermissions: [],
      exceptions: [],
      audioOnly: false,
      entryRequestedAt: null,
      entryRequestSeenAt: null,
    },
  })
  await database.classroom.update({
    where: { sessionId },
    data: {
      ...(speakerId === userId && { speakerId: null, floorGrantedAt: null }),
      ...(spotlightId === userId && { spotlightId: null }),
    },
  })
  return { kind: 'participant_removed', userId }
}
