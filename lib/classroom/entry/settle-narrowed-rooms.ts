import 'server-only'
import { openSessionRooms } from '#lib/classroom/room/open-session-rooms.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { atMostAtOnce } from '#lib/kernel/at-most-at-once.ts'
import { throwFirstFault } from '#lib/kernel/finish-all.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { settleRoom } from './settle-room.ts'

/** How long a token lets its holder in: 2 hours, and what LiveKit is lenient by. In ms. */
const TOKEN_LIVES_MS = (2 * 60 + 5) * 60_000
const MOST_AT_ONCE = 8

/**
 * Settles every open room whose session is not open, and every open room in which a token may be used that lets its
 * holder do more than holds now: a person was removed or something was locked after it was issued, or the class has
 * not begun. It needs no webhook. A room that cannot be read does not hold up the others.
 * @throws MediaUnavailable
 */
export async function settleNarrowedRooms(context: SystemContext): Promise<void> {
  const open = await openSessionRooms(context)
  if (open.length === 0) return
  const rightsReducedAt = { gt: new Date(context.now.getTime() - TOKEN_LIVES_MS) }
  const sessions = await context.database.classSession.findMany({
    where: {
      id: { in: open },
      OR: [
        { status: { in: ['completed', 'cancelled'] } },
        { status: 'scheduled', sessionType: 'offline' },
        { classroom: { rightsReducedAt } },
        { class: { admission: 'supervised' }, OR: [{ classroom: null }, { classroom: { startedAt: null } }] },
      ],
    },
    select: { id: true },
  })
  const outcomes = await atMostAtOnce(MOST_AT_ONCE, sessions, ({ id }) =>
    settleRoom(context, { sessionId: sessionId.parse(id) }),
  )
  throwFirstFault(outcomes)
}
