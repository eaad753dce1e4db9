import 'server-only'
import type { RoomOutcome } from '#lib/classroom/room/change-room.ts'
import { readModeratorIds } from '#lib/classroom/room/read-moderator-ids.ts'
import type { RoomChange } from '#lib/classroom/room/room-update.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'

/** A change of the chat for everyone or, in a private thread, for its student and the trainers. */
export async function chatUpdate(
  context: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
  { change, privateWith }: { change: RoomChange; privateWith: string | null },
): Promise<RoomOutcome> {
  if (privateWith === null) return { change }
  return { change, recipientIds: [privateWith, ...(await readModeratorIds(context, sessionId))] }
}
