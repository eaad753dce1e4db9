import 'server-only'
import type { Door } from '#lib/classroom/find-door.ts'
import { refuseOutsider } from '#lib/classroom/guards.ts'
import type { Context, SystemContext } from '#lib/context/context.ts'
import type { Classroom } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { narrowRooms } from '#lib/room-access/narrow-rooms.ts'
import type { RoomChange } from './api.ts'
import { tellRoom } from './tell-room.ts'

export type RoomOutcome = {
  change: RoomChange
  /** Only these people hear what it is; left out, everybody in the room. */
  to?: string[]
  /** What some may do in the room changes with it: `narrowed` where tokens that are out let them do more. */
  rights?: 'narrowed' | 'widened'
}

/**
 * Changes how things stand in a session's room, one change after the other: `work` has the room's row for itself, with
 * the number of this change, and answers null where nothing changes. Each change is told in the room after its commit.
 * What people may do there follows by a job of the same transaction.
 * @throws Refusal `not_found`
 */
export async function changeRoom<C extends SystemContext>(
  context: C,
  sessionId: SessionId,
  work: (context: C, room: Classroom) => Promise<RoomOutcome | null>,
): Promise<void> {
  const told = await inTransaction(context, async (context) => {
    const room = await takeNextNumber(context, sessionId)
    const outcome = await work(context, room)
    if (!outcome) {
      await giveNumberBack(context, room)
      return null
    }
    if (outcome.rights === 'narrowed') await narrowRooms(context, [sessionId])
    if (outcome.rights === 'widened') await context.jobs.send(context, 'reconcile-room', [{ sessionId }])
    return { number: room.number, ...outcome }
  })
  if (told) tellRoom(context.media, sessionId, told)
}

/**
 * Changes the room for a participant, for example by a raised hand. The participant's door is read before the wait for
 * the room's row, so that the row is locked for less time. It is read again under the lock if `rightsReducedAt` has changed
 * meanwhile: a participant who is removed during the wait is refused and changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function changeRoomFromInside(
  context: Context,
  sessionId: SessionId,
  work: (context: Context, room: Classroom, door: Door) => Promise<RoomOutcome | null>,
): Promise<void> {
  const door = await refuseOutsider(context, sessionId)
  await changeRoom(context, sessionId, async (context, room) => {
    const holds = room.rightsReducedAt?.getTime() === door.rightsReducedAt?.getTime()
    return work(context, room, holds ? door : await refuseOutsider(context, sessionId))
  })
}

/** Locks the room's row until the transaction's end. @throws Refusal `not_found` where there is no such session */
async function takeNextNumber({ database }: SystemContext, sessionId: SessionId): Promise<Classroom> {
  const [room] = await database.$queryRaw<Classroom[]>`
    INSERT INTO "Classroom" ("sessionId", "number")
    SELECT "id", 1 FROM "ClassSession" WHERE "id" = ${sessionId}::uuid
    ON CONFLICT ("sessionId") DO UPDATE SET "number" = "Classroom"."number" + 1
    RETURNING *`
  if (!room) throw new Refusal('not_found', 'noSuchSession')
  return room
}

/** Nobody is told of it, and a number that nobody is told of looks like a change that was missed. */
async function giveNumberBack({ database }: SystemContext, { sessionId, number }: Classroom): Promise<void> {
  await database.classroom.update({ where: { sessionId }, data: { number: number - 1 } })
}
