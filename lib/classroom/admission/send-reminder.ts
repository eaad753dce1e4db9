import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { notErased } from '#lib/sessions/seats/seats-of.ts'

/** Minimum time between two reminders to the same student, in ms. */
const REMINDER_INTERVAL_MS = 2 * MINUTE_MS

/**
 * Reminds absent students that the class is on: the named students, or all online students who are absent. Skips
 * students who are inside, have no seat, or were removed, erased or reminded within the interval.
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

/**
 * Key prefix of a session's reminders. The key ends with the number of the 2-minute interval, so that simultaneous
 * requests send one reminder.
 */
function reminderKeyPrefix(sessionId: SessionId): string {
  return `reminder ${sessionId} `
}
