import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { allSettledWithLimit } from '#lib/kernel/all-settled-with-limit.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { roomNameOf } from '#lib/livekit/media.ts'
import { reconcileParticipants, reconcileRoom } from './reconcile-room.ts'

const MAX_CONCURRENT = 8

/**
 * Settles several rooms and answers an outcome for each, in their order. LiveKit is asked once which of them are open.
 * A closed room is only freed of what its former people left in the database.
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

/** The sessions in whose room a class has begun, or a person has a hand, the floor, a part or a place in a line. */
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
