import 'server-only'
import type { Classroom } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
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
 * Changes how things stand in a session's room, one change after the other: `work` has the room's row for itself, and
 * answers null where nothing changes. Each change gets the next number, and is told in the room after its commit.
 * What people may do there follows by a job of the same transaction.
 */
export async function changeRoom<C extends SystemContext>(
  context: C,
  sessionId: SessionId,
  work: (context: C, room: Classroom, number: number) => Promise<RoomOutcome | null>,
): Promise<void> {
  const told = await inTransaction(context, async (context) => {
    const room = await lockRoom(context, sessionId)
    const number = room.number + 1
    const outcome = await work(context, room, number)
    if (!outcome) return null
    await context.database.classroom.update({
      where: { sessionId },
      data: { number, ...(outcome.rights === 'narrowed' && { narrowedAt: context.now }) },
    })
    if (outcome.rights) await context.jobs.send(context, 'settle-room', { sessionId })
    return { number, ...outcome }
  })
  if (told) tellRoom(context.media, sessionId, told)
}

async function lockRoom({ database }: SystemContext, sessionId: SessionId): Promise<Classroom> {
  const [room] = await database.$queryRaw<Classroom[]>`
    INSERT INTO "Classroom" ("sessionId") VALUES (${sessionId}::uuid)
    ON CONFLICT ("sessionId") DO UPDATE SET "number" = "Classroom"."number"
    RETURNING *`
  if (!room) throw new Error('PostgreSQL answered no row for an upsert')
  return room
}
