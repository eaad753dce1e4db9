import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { allSettledOrThrow } from '#lib/kernel/all-settled-or-throw.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { openSessionRooms } from './open-session-rooms.ts'
import { sendRoomUpdate } from './publish-to-room.ts'

/**
 * Tells every open room the number of its newest change, for whoever missed that one.
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
