import 'server-only'
import { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { type OwnWaitlistEntry, seatKind } from '#lib/sessions/api.ts'

const MOST = 50

const row = z.object({
  sessionId,
  classTitle: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  kind: seatKind,
  position: z.int(),
})

/** Open sessions whose waitlist the actor is on without having a seat, by start; 50 at most. */
export async function listOwnWaitlistEntries({
  database,
  actor,
}: Context): Promise<{ items: OwnWaitlistEntry[] }> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT own."sessionId", class."title" AS "classTitle", session."startsAt", session."endsAt", own."kind"::text,
      (SELECT count(*)::integer FROM "WaitlistEntry" before
        WHERE before."sessionId" = own."sessionId" AND before."kind" = own."kind"
          AND (before."createdAt", before."studentId") <= (own."createdAt", own."studentId")) AS "position"
    FROM "WaitlistEntry" own
    JOIN "ClassSession" session ON session."id" = own."sessionId"
    JOIN "Class" class ON class."id" = session."classId"
    WHERE own."studentId" = ${actor.id}::uuid AND session."status" IN ('scheduled', 'in_progress')
      AND NOT EXISTS (
        SELECT 1 FROM "Seat" seat WHERE seat."sessionId" = own."sessionId" AND seat."studentId" = own."studentId")
    ORDER BY session."startsAt", session."id" LIMIT ${MOST}`
  const items = z.array(row).parse(rows)
  return {
    items: items.map((wait) => ({
      ...wait,
      startsAt: wait.startsAt.toISOString(),
      endsAt: wait.endsAt.toISOString(),
    })),
  }
}
