import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { Classroom } from '#lib/database/generated/client.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import type { RoomChange } from './room-update.ts'

/**
 * Clears everything that a person without access holds in a session's room: raised hand, floor, spotlight,
 * assistant permissions, lock exceptions, place in the lobby. The caller holds the lock of the room's row. Returns
 * the change to publish.
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
