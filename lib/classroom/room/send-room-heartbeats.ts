import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { allSettledOrThrow } from '#lib/kernel/all-settled-or-throw.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { openSessionRooms } from './open-session-rooms.ts'
import { sendRoomUpdate } from './publish-to-room.ts'

/**
 * Sends the number of the newest change to every open room, for participants who missed that change.
 * @throws MediaUnavailable
 */
export async function sendRoomHeartbeats(context: SystemContext): Promise<void> {
  const ids = await openSessionRooms(context)
  const rooms = await context.database.classroom.findMany({
    where: { sessionId: { in: ids } },
    select: { sessionId: true, number: true },
  })
  await allSettledOrThrow(
    rooms.map((room) =>
      sendRoomUpdate(context.media, sessionId.parse(room.sessionId), {
        kind: 'heartbeat',
        number: room.number,
      }),
    ),
  )
}
