import 'server-only'
import type { RoomAccess } from '#lib/classroom/find-access.ts'
import { requireParticipant } from '#lib/classroom/guards.ts'
import type { Context, SystemContext } from '#lib/context/context.ts'
import type { Classroom } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { markRightsReduced } from '#lib/room-access/mark-rights-reduced.ts'
import { publishToRoom } from './publish-to-room.ts'
import type { RoomChange } from './room-update.ts'

export type RoomOutcome = {
  change: RoomChange
  /** Only these people receive the change; left out, everyone in the room. */
  recipientIds?: string[]
  /** The change affects rights in the room: `reduced` if existing tokens grant more than is allowed now. */
  rights?: 'reduced' | 'extended'
}

/**
 * Changes a session's room. Changes run one after the other: `work` holds the lock of the room's row, receives the
 * number of this change, and returns null if nothing changes. A change is published in the room after its commit.
 * Grants are corrected by a job of the same transaction. Returns the number of the newest change.
 * @throws Refusal `not_found`
 */
export async function changeRoom<C extends SystemContext>(
  context: C,
  sessionId: SessionId,
  work: (context: C, room: Classroom) => Promise<RoomOutcome | null>,
): Promise<number> {
  const { number, outcome } = await inTransaction(context, async (context) => {
    const room = await takeNextNumber(context, sessionId)
    const outcome = await work(context, room)
    if (!outcome) {
      await returnNumber(context, room)
      return { number: room.number - 1, outcome }
    }
    if (outcome.rights === 'reduced') await markRightsReduced(context, [sessionId])
    if (outcome.rights === 'extended') await context.jobs.send(context, 'reconcile-room', [{ sessionId }])
    return { number: room.number, outcome }
  })
  if (outcome) publishToRoom(context.media, sessionId, { number, ...outcome })
  return number
}

/**
 * Changes the room for a participant, for example by a raised hand. The access facts are read before the lock of
 * the room's row, so that the row is locked for less time. They are read again under the lock if `rightsReducedAt`
 * has changed meanwhile: a participant who is removed in between is refused and changes nothing. Returns the number
 * of the newest change.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function changeRoomAsParticipant(
  context: Context,
  sessionId: SessionId,
  work: (context: Context, room: Classroom, access: RoomAccess) => Promise<RoomOutcome | null>,
): Promise<number> {
  const access = await requireParticipant(context, sessionId)
  return changeRoom(context, sessionId, async (context, room) => {
    const isCurrent = room.rightsReducedAt?.getTime() === access.rightsReducedAt?.getTime()
    return work(context, room, isCurrent ? access : await requireParticipant(context, sessionId))
  })
}

/**
 * Locks the room's row until the end of the transaction.
 * @throws Refusal `not_found` if the session does not exist
 */
async function takeNextNumber({ database }: SystemContext, sessionId: SessionId): Promise<Classroom> {
  const [room] = await database.$queryRaw<Classroom[]>`
    INSERT INTO "Classroom" ("sessionId", "number")
    SELECT "id", 1 FROM "ClassSession" WHERE "id" = ${sessionId}::uuid
    ON CONFLICT ("sessionId") DO UPDATE SET "number" = "Classroom"."number" + 1
    RETURNING *`
  if (!room) throw new Refusal('not_found', 'noSuchSession')
  return room
}

/** Gives back an unused number: a number without a published change looks like a missed change. */
async function returnNumber({ database }: SystemContext, { sessionId, number }: Classroom): Promise<void> {
  await database.classroom.update({ where: { sessionId }, data: { number: number - 1 } })
}
