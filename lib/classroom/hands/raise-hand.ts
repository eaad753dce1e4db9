import 'server-only'
import { changeRoomAsParticipant } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { raiseHandEndpoint } from './api.ts'

/**
 * Raises the actor's hand, at the end of the queue. A hand that is already up keeps its position.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function raiseHand(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<DataOf<typeof raiseHandEndpoint>> {
  const { actor, now } = context
  const number = await changeRoomAsParticipant(
    context,
    sessionId,
    async ({ database }, room, { name, seatKind }) => {
      const raised = await database.$executeRaw`
      INSERT INTO "RoomMember" ("sessionId", "userId", "handNumber", "handRaisedAt")
      VALUES (${sessionId}::uuid, ${actor.id}::uuid, ${room.number}, ${now})
      ON CONFLICT ("sessionId", "userId") DO UPDATE SET "handNumber" = ${room.number}, "handRaisedAt" = ${now}
      WHERE "RoomMember"."handNumber" IS NULL`
      if (raised === 0) return null
      const hand = { userId: actor.id, name, seatKind, since: now.toISOString() }
      return { change: { kind: 'hand_raised', hand } }
    },
  )
  return { position: await readQueuePosition(context, sessionId), number }
}

/** The actor's position in the queue, from 1; 0 if the hand was lowered meanwhile. */
async function readQueuePosition({ database, actor }: Context, sessionId: SessionId): Promise<number> {
  const queue = await database.roomMember.findMany({
    where: { sessionId, handNumber: { not: null } },
    orderBy: { handNumber: 'asc' },
    select: { userId: true },
  })
  return queue.findIndex(({ userId }) => userId === actor.id) + 1
}
