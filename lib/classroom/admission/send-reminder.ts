import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { notErased } from '#lib/sessions/seats/seats-of.ts'

/** Who was reminded is not reminded again for so long, however often it is pressed. In ms. */
const REMINDER_INTERVAL_MS = 2 * 60_000

/**
 * Reminds students who are not in the room that the class is on: those named, or everybody whose place online is
 * empty. Students who are inside, have no seat, or were removed, erased or reminded just now are left out.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function sendReminder(
  context: Context,
  { sessionId, userIds }: { sessionId: SessionId; userIds?: UserId[] | undefined },
): Promise<{ reminded: number }> {
  const { startsAt } = await requireAssistantPermission(context, sessionId, 'admit')
  return inTransaction(context, async (context) => {
    const { now } = context
    const absentIds = await findAbsentStudents(context, sessionId, userIds)
    const interval = Math.floor(now.getTime() / REMINDER_INTERVAL_MS)
    await writeNotices(
      context,
      absentIds.map((id) => ({
        kind: 'trainer_reminder',
        facts: { sessionId, startsAt: startsAt.toISOString() },
        userId: id,
        key: `${reminderKeyPrefix(sessionId)}${interval}`,
      })),
    )
    if (absentIds.length > 0) {
      await recordAudit(context, {
        action: 'students_reminded',
        subject: 'session',
        subjectId: sessionId,
        after: { studentIds: absentIds },
      })
    }
    return { reminded: absentIds.length }
  })
}

async function findAbsentStudents(
  { database, now }: Context,
  sessionId: SessionId,
  requestedIds: UserId[] | undefined,
): Promise<UserId[]> {
  const recent = { gt: new Date(now.getTime() - REMINDER_INTERVAL_MS) }
  const seats = await database.seat.findMany({
    where: {
      sessionId,
      ...(requestedIds ? { studentId: { in: requestedIds } } : { kind: 'online' }),
      student: {
        ...notErased,
        presences: { none: { sessionId, leftAt: null } },
        removals: { none: { sessionId } },
        notices: { none: { key: { startsWith: reminderKeyPrefix(sessionId) }, createdAt: recent } },
      },
    },
    select: { studentId: true },
  })
  return seats.map(({ studentId }) => userId.parse(studentId))
}

/** How the keys of a session's reminders begin; each turn of 2 minutes has its own, for who presses twice at once. */
function reminderKeyPrefix(sessionId: SessionId): string {
  return `reminder ${sessionId} `
}
