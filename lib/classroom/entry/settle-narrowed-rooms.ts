import 'server-only'
import { openSessionRooms } from '#lib/classroom/room/open-session-rooms.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { finishAll } from '#lib/process/finish-all.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { settleRoom } from './settle-room.ts'

/** How long a token lets its holder in: 2 hours, and what LiveKit is lenient by. In ms. */
const TOKEN_LIVES_MS = (2 * 60 + 5) * 60_000

/**
 * Settles every open room in which a token may be used that lets its holder do more than holds now: somebody was
 * removed or something locked while it was out, or the class has not begun. It needs no webhook. A room that cannot be
 * looked at does not hold up the others.
 * @throws MediaUnavailable
 */
export async function settleNarrowedRooms(context: SystemContext): Promise<void> {
  const open = await openSessionRooms(context)
  if (open.length === 0) return
  const narrowedAt = { gt: new Date(context.now.getTime() - TOKEN_LIVES_MS) }
  const sessions = await context.database.classSession.findMany({
    where: {
      id: { in: open },
      status: { in: ['scheduled', 'in_progress'] },
      OR: [
        { classroom: { narrowedAt } },
        { class: { admission: 'supervised' }, OR: [{ classroom: null }, { classroom: { begunAt: null } }] },
      ],
    },
    select: { id: true },
  })
  await finishAll(sessions.map(({ id }) => settleRoom(context, { sessionId: sessionId.parse(id) })))
}
