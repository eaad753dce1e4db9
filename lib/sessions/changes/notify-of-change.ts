import 'server-only'
import { z } from 'zod'
import type { SystemContext } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { type UserId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { changedSession } from '#lib/sessions/session-plan.ts'
import { noticesOfChange } from './notices-of-change.ts'

/** Notifies people of a change to their sessions, once, unless it was undone. */
export async function notifyOfChange(
  context: SystemContext,
  { changeId }: { changeId: string },
): Promise<void> {
  await inTransaction(context, async (context) => {
    const { database, now } = context
    const [change] = await database.change.updateManyAndReturn({
      where: { id: changeId, notifiedAt: null, undoneAt: null },
      data: { notifiedAt: now },
    })
    if (!change) return
    const sessions = z.array(changedSession).parse(change.sessions)
    const seats = await readSeats(
      context,
      sessions.map((session) => session.sessionId),
    )
    await writeNotices(context, noticesOfChange({ id: change.id, actorId: change.actorId, sessions }, seats))
  })
}

async function readSeats({ database }: SystemContext, sessionIds: string[]): Promise<Map<string, UserId[]>> {
  const seats = await database.seat.findMany({
    where: { sessionId: { in: sessionIds } },
    select: { sessionId: true, studentId: true },
  })
  const bySession = Map.groupBy(seats, (seat) => seat.sessionId)
  return new Map([...bySession].map(([id, seats]) => [id, seats.map((seat) => userId.parse(seat.studentId))]))
}
