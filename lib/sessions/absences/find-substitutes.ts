import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { userId } from '#lib/kernel/ids.ts'
import type { Span } from '#lib/sessions/collisions.ts'
import type { Substitute } from './api.ts'

type Asked = Span & { id: string; classId: string }
type Row = { sessionId: string; id: string; name: string; taught: number }

/**
 * For each session, the trainers who are free then, not absent, able to sign in, and not its own trainer.
 * Trainers who have taught its class most often come first.
 */
export async function findSubstitutes(
  { database }: Pick<SystemContext, 'database'>,
  sessions: Asked[],
): Promise<Map<string, Substitute[]>> {
  const asked = sessions.map(({ id, classId, startsAt, endsAt }) => ({ id, classId, startsAt, endsAt }))
  const rows = await database.$queryRaw<Row[]>`
    SELECT asked."id" AS "sessionId", trainer."id", trainer."name", coalesce(taught."times", 0)::int AS "taught"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked(
      "id" uuid, "classId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
    JOIN "ClassSession" session ON session."id" = asked."id"
    JOIN "User" trainer ON trainer."role" = 'TRAINER' AND trainer."disabledAt" IS NULL
      AND trainer."id" <> session."trainerId"
    LEFT JOIN LATERAL (
      SELECT count(*) AS "times" FROM "ClassSession" held
      WHERE held."classId" = asked."classId" AND held."trainerId" = trainer."id" AND held."status" = 'completed'
    ) taught ON true
    WHERE NOT EXISTS (
        SELECT 1 FROM "ClassSession" other
        WHERE other."trainerId" = trainer."id" AND other."status" IN ('scheduled', 'in_progress')
          AND other."startsAt" < asked."endsAt" AND other."endsAt" > asked."startsAt"
          AND other."startsAt" > asked."startsAt" - interval '12 hours')
      AND NOT EXISTS (
        SELECT 1 FROM "Absence" away
        WHERE away."trainerId" = trainer."id" AND away."startsAt" < asked."endsAt"
          AND away."endsAt" > asked."startsAt")
    ORDER BY "taught" DESC, trainer."name", trainer."id"`
  const bySession = Map.groupBy(rows, (row) => row.sessionId)
  return new Map(
    [...bySession].map(([sessionId, trainers]) => [
      sessionId,
      trainers.map(({ id, name, taught }) => ({ id: userId.parse(id), name, taught })),
    ]),
  )
}
