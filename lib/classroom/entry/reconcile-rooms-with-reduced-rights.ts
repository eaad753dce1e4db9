import 'server-only'
import { openSessionRooms } from '#lib/classroom/room/open-session-rooms.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { throwFirstError } from '#lib/kernel/all-settled-or-throw.ts'
import { allSettledWithLimit } from '#lib/kernel/all-settled-with-limit.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { reconcileRoom } from './reconcile-room.ts'

/** How long a token lets its holder in: 2 hours, and what LiveKit is lenient by. In ms. */
const TOKEN_LIFETIME_MS = (2 * 60 + 5) * 60_000
const MAX_CONCURRENT = 8

/**
 * Settles every open room whose session is not open, and every open room in which a token may be used that lets its
 * holder do more than holds now: a person was removed or something was locked after it was issued, or the class has
 * not begun. It needs no webhook. A room that cannot be read does not hold up the others.
 * @throws MediaUnavailable
 */
export async function reconcileRoomsWithReducedRights(context: SystemContext): Promise<void> {
  const open = await openSessionRooms(context)
  if (open.length === 0) return
  const rightsReducedAt = { gt: new Date(context.now.getTime() - TOKEN_LIFETIME_MS) }
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
  const outcomes = await allSettledWithLimit(MAX_CONCURRENT, sessions, ({ id }) =>
    reconcileRoom(context, { sessionId: sessionId.parse(id) }),
  )
  throwFirstError(outcomes)
}
