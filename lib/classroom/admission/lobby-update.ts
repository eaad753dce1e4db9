import 'server-only'
import type { RoomOutcome } from '#lib/classroom/room/change-room.ts'
import { readModeratorIds } from '#lib/classroom/room/read-moderator-ids.ts'
import { lobbyOf, readRoomMembers } from '#lib/classroom/room/room-members.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/** The current lobby, as an update for the moderators who may admit. */
export async function lobbyUpdate(context: SystemContext, sessionId: SessionId): Promise<RoomOutcome> {
  const lobby = lobbyOf(await readRoomMembers(context, sessionId), context.now)
  return {
    change: { kind: 'state_patch', patch: { lobby } },
    recipientIds: await readModeratorIds(context, sessionId, 'admit'),
  }
}
