import 'server-only'
import { openSessionRooms } from '#lib/classroom/room/open-session-rooms.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { throwFirstError } from '#lib/kernel/all-settled-or-throw.ts'
import { allSettledWithLimit } from '#lib/kernel/all-settled-with-limit.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/kernel/durations.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { TOKEN_LIFETIME_S } from '#lib/livekit/media.ts'
import { reconcileRoom } from './reconcile-room.ts'

/** LiveKit accepts a token for its lifetime and a few minutes of clock difference. In ms. */
const ACCEPTED_FOR_MS = TOKEN_LIFETIME_S * SECOND_MS + 5 * MINUTE_MS
const MAX_CONCURRENT = 8

/**
 * Reconciles every open room whose session is not open, and every open room in which a valid token may grant more
 * than its holder's current rights: a person was removed or something was locked after the token was issued, or
 * the class has not started. Needs no webhook. A room that cannot be read does not delay the others.
 * @throws MediaUnavailable
 */
export async function reconcileRoomsWithReducedRights(context: SystemContext): Promise<void> {
  const open = await openSessionRooms(context)
  if (open.length === 0) return
  const rightsReducedAt = { gt: new Date(context.now.getTime() - ACCEPTED_FOR_MS) }
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
