import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { finishAll } from '#lib/kernel/finish-all.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { openSessionRooms } from './open-session-rooms.ts'
import { sendRoomNews } from './tell-room.ts'

/**
 * Tells every open room the number of its newest change, for whoever missed that one.
 * @throws MediaUnavailable
 */
export async function repeatNumbers(context: SystemContext): Promise<void> {
  const ids = await openSessionRooms(context)
  const rooms = await context.database.classroom.findMany({
    where: { sessionId: { in: ids } },
    select: { sessionId: true, number: true },
  })
  await finishAll(
    rooms.map((room) =>
      sendRoomNews(context.media, sessionId.parse(room.sessionId), { kind: 'newest', number: room.number }),
    ),
  )
}
