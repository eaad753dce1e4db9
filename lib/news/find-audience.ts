import 'server-only'
import type { SystemContext } from '#lib/process/context.ts'
import type { Bulletin } from './bulletin.ts'

type Row = { id: string; hears: boolean }

/** Which of the sign-ins no longer hold, and which of the others are to hear of it, as the database says now. */
export async function findAudience(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  { sessionId, audience, formerly }: Bulletin,
  signInIds: string[],
): Promise<{ ended: Set<string>; hearing: Set<string> }> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT signed."id", session."id" IS NOT NULL AND (
        person."role" = 'ADMIN'
        OR person."id" = ANY(${formerly}::uuid[])
        OR session."trainerId" = person."id"
        OR (${audience} = 'everybody' AND EXISTS (
          SELECT 1 FROM "Seat" seat WHERE seat."sessionId" = session."id" AND seat."studentId" = person."id"))
      ) AS "hears"
    FROM "SignIn" signed
    JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
    LEFT JOIN "ClassSession" session ON session."id" = ${sessionId}::uuid
    WHERE signed."id" = ANY(${signInIds}::uuid[]) AND signed."expiresAt" > ${now}`
  const holding = new Set(rows.map((row) => row.id))
  return {
    ended: new Set(signInIds.filter((id) => !holding.has(id))),
    hearing: new Set(rows.filter((row) => row.hears).map((row) => row.id)),
  }
}
