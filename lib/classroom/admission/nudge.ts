import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessHelping } from '#lib/classroom/guards.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { type UserId, userId } from '#lib/identity/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'

/** Who was reminded is not reminded again for so long, however often it is pressed. In ms. */
const ONCE_IN_MS = 2 * 60_000

/**
 * Reminds students who are not in the room that the class is on: those named, or everybody whose seat is empty. Who
 * is inside, has no seat or was removed is passed over.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function nudge(
  context: Context,
  { sessionId, userIds }: { sessionId: SessionId; userIds?: UserId[] | undefined },
): Promise<{ nudged: number }> {
  const { startsAt } = await refuseUnlessHelping(context, sessionId, 'admit')
  return inTransaction(context, async (context) => {
    const { database, now } = context
    const inside = await database.stay.findMany({
      where: { sessionId, leftAt: null },
      select: { userId: true },
    })
    const missing = await database.seat.findMany({
      where: {
        sessionId,
        studentId: { notIn: inside.map((stay) => stay.userId), ...(userIds && { in: userIds }) },
        student: { removals: { none: { sessionId } } },
      },
      select: { studentId: true },
    })
    const turn = Math.floor(now.getTime() / ONCE_IN_MS)
    const ids = missing.map(({ studentId }) => userId.parse(studentId))
    await writeNotices(
      context,
      ids.map((id) => ({
        kind: 'nudged',
        facts: { sessionId, startsAt: startsAt.toISOString() },
        userId: id,
        key: `nudged ${sessionId} ${turn}`,
      })),
    )
    if (ids.length > 0) {
      await recordAudit(context, {
        action: 'students-nudged',
        subject: 'session',
        subjectId: sessionId,
        after: { studentIds: ids },
      })
    }
    return { nudged: ids.length }
  })
}
