import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessHelping } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { expected } from '#lib/sessions/seats/seats-of.ts'

/** Who was reminded is not reminded again for so long, however often it is pressed. In ms. */
const ONCE_IN_MS = 2 * 60_000

/**
 * Reminds students who are not in the room that the class is on: those named, or everybody whose place online is
 * empty. Students who are inside, have no seat, or were removed, erased or reminded just now are left out.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function nudge(
  context: Context,
  { sessionId, userIds }: { sessionId: SessionId; userIds?: UserId[] | undefined },
): Promise<{ nudged: number }> {
  const { startsAt } = await refuseUnlessHelping(context, sessionId, 'admit')
  return inTransaction(context, async (context) => {
    const { now } = context
    const missing = await findMissing(context, sessionId, userIds)
    const turn = Math.floor(now.getTime() / ONCE_IN_MS)
    await writeNotices(
      context,
      missing.map((id) => ({
        kind: 'trainer_reminder',
        facts: { sessionId, startsAt: startsAt.toISOString() },
        userId: id,
        key: `${keyOf(sessionId)}${turn}`,
      })),
    )
    if (missing.length > 0) {
      await recordAudit(context, {
        action: 'students_reminded',
        subject: 'session',
        subjectId: sessionId,
        after: { studentIds: missing },
      })
    }
    return { nudged: missing.length }
  })
}

async function findMissing(
  { database, now }: Context,
  sessionId: SessionId,
  named: UserId[] | undefined,
): Promise<UserId[]> {
  const lately = { gt: new Date(now.getTime() - ONCE_IN_MS) }
  const seats = await database.seat.findMany({
    where: {
      sessionId,
      ...(named ? { studentId: { in: named } } : { kind: 'online' }),
      student: {
        ...expected,
        presences: { none: { sessionId, leftAt: null } },
        removals: { none: { sessionId } },
        notices: { none: { key: { startsWith: keyOf(sessionId) }, createdAt: lately } },
      },
    },
    select: { studentId: true },
  })
  return seats.map(({ studentId }) => userId.parse(studentId))
}

/** How the keys of a session's reminders begin; each turn of 2 minutes has its own, for who presses twice at once. */
function keyOf(sessionId: SessionId): string {
  return `nudged ${sessionId} `
}
