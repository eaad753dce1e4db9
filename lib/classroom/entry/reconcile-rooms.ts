import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { allSettledWithLimit } from '#lib/kernel/all-settled-with-limit.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { roomNameOf } from '#lib/livekit/media.ts'
import { reconcileParticipants, reconcileRoom } from './reconcile-room.ts'

const MAX_CONCURRENT = 8

/**
 * Reconciles several rooms and returns their outcomes in the same order. LiveKit is asked once which rooms are
 * open. For a closed room, only the leftover state in the database is cleared.
 * @throws MediaUnavailable, and the database's errors
 */
export async function reconcileRooms(
  context: SystemContext,
  sessionIds: SessionId[],
): Promise<PromiseSettledResult<void>[]> {
  const rooms = await context.media.listRooms(sessionIds.map(roomNameOf))
  const open = new Set(rooms.map(({ roomName }) => roomName))
  const closed = sessionIds.filter((sessionId) => !open.has(roomNameOf(sessionId)))
  const withState = closed.length > 0 ? await findRoomsWithState(context, closed) : new Set<string>()
  return allSettledWithLimit(MAX_CONCURRENT, sessionIds, async (sessionId) => {
    if (open.has(roomNameOf(sessionId))) await reconcileRoom(context, { sessionId })
    else if (withState.has(sessionId)) await reconcileParticipants(context, sessionId, [])
  })
}

/** The sessions with a started class, a speaker or a spotlight, or with any room member. */
async function findRoomsWithState(
  { database }: SystemContext,
  sessionIds: SessionId[],
): Promise<Set<string>> {
  const rows = await database.$queryRaw<{ sessionId: string }[]>`
    SELECT "sessionId" FROM "Classroom"
    WHERE "sessionId" = ANY(${sessionIds}::uuid[])
      AND ("startedAt" IS NOT NULL OR "speakerId" IS NOT NULL OR "spotlightId" IS NOT NULL)
    UNION
    SELECT "sessionId" FROM "RoomMember" WHERE "sessionId" = ANY(${sessionIds}::uuid[])`
  return new Set(rows.map(({ sessionId }) => sessionId))
}
