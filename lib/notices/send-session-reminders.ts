import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from './write-notices.ts'

/**
 * Reminders: sent when a session starts within `latest` ms. A session that starts within `earliest` ms is too close
 * for this reminder, for example if it was planned an hour before.
 */
const reminders = [
  { before: 'day', earliest: 12 * HOUR_MS, latest: DAY_MS },
  { before: 'quarter', earliest: 0, latest: 15 * MINUTE_MS },
] as const

type Row = { userId: string; sessionId: string; startsAt: Date; key: string }

/** Sends session reminders to students and trainers, once for each start of a session. */
export async function sendSessionReminders(context: SystemContext): Promise<void> {
  for (const { before, earliest, latest } of reminders) {
    const from = new Date(context.now.getTime() + earliest)
    const to = new Date(context.now.getTime() + latest)
    await inTransaction(context, async (context) => {
      const rows = await findPeopleToRemind(context, before, from, to)
      await writeNotices(
        context,
        rows.map((row) => ({
          userId: userId.parse(row.userId),
          key: row.key,
          kind: 'reminder',
          facts: { sessionId: sessionId.parse(row.sessionId), startsAt: row.startsAt.toISOString(), before },
        })),
      )
    })
  }
}

/** The key contains the start, so that a moved session gets another reminder. */
function findPeopleToRemind(
  { database }: Pick<SystemContext, 'database'>,
  before: string,
  from: Date,
  to: Date,
): Promise<Row[]> {
  const key = Prisma.sql`concat('reminder:', ${before}::text, ':', session."id", ':',
    to_char(session."startsAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI'))`
  return database.$queryRaw<Row[]>`
    SELECT person."id" AS "userId", session."id" AS "sessionId", session."startsAt", ${key} AS "key"
    FROM "ClassSession" session
    CROSS JOIN LATERAL (
      SELECT seat."studentId" AS "id" FROM "Seat" seat WHERE seat."sessionId" = session."id"
      UNION SELECT session."trainerId") person
    WHERE session."status" IN ('scheduled', 'in_progress')
      AND session."startsAt" > ${from} AND session."startsAt" <= ${to}
      AND NOT EXISTS (
        SELECT 1 FROM "Notice" notice WHERE notice."userId" = person."id" AND notice."key" = ${key})`
}
