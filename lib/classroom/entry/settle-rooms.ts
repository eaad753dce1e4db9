import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { atMostAtOnce } from '#lib/kernel/at-most-at-once.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { roomNameOf } from '#lib/livekit/media.ts'
import { settleParticipants, settleRoom } from './settle-room.ts'

const MOST_AT_ONCE = 8

/**
 * Settles several rooms and answers an outcome for each, in their order. LiveKit is asked once which of them are open.
 * A closed room is only freed of what its former people left in the database.
 * @throws MediaUnavailable, and the database's errors
 */
export async function settleRooms(
  context: SystemContext,
  sessionIds: SessionId[],
): Promise<PromiseSettledResult<void>[]> {
  const rooms = await context.media.listRooms(sessionIds.map(roomNameOf))
  const open = new Set(rooms.map(({ roomName }) => roomName))
  const closed = sessionIds.filter((sessionId) => !open.has(roomNameOf(sessionId)))
  const used = closed.length > 0 ? await findUsedRooms(context, closed) : new Set<string>()
  return atMostAtOnce(MOST_AT_ONCE, sessionIds, async (sessionId) => {
    if (open.has(roomNameOf(sessionId))) await settleRoom(context, { sessionId })
    else if (used.has(sessionId)) await settleParticipants(context, sessionId, [])
  })
}

/** The sessions in whose room a class has begun, or a person has a hand, the floor, a part or a place in a line. */
async function findUsedRooms({ database }: SystemContext, sessionIds: SessionId[]): Promise<Set<string>> {
  const rows = await database.$queryRaw<{ sessionId: string }[]>`
    SELECT "sessionId" FROM "Classroom"
    WHERE "sessionId" = ANY(${sessionIds}::uuid[])
      AND ("startedAt" IS NOT NULL OR "speakerId" IS NOT NULL OR "spotlightId" IS NOT NULL)
    UNION
    SELECT "sessionId" FROM "RoomMember" WHERE "sessionId" = ANY(${sessionIds}::uuid[])`
  return new Set(rows.map(({ sessionId }) => sessionId))
}
