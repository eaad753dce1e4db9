import 'server-only'
import { Prisma } from '#lib/database/generated/client.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { NewsBulletin, SessionBulletin } from './bulletin.ts'

type Row = { id: string; hears: boolean }

/** Which of the sign-ins no longer hold, and which of the others are to hear of it, as the database says now. */
export async function findAudience(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  bulletin: NewsBulletin,
  signInIds: string[],
): Promise<{ ended: Set<string>; hearing: Set<string> }> {
  const hears =
    bulletin.kind === 'notices'
      ? Prisma.sql`person."id" = ANY(${bulletin.readers}::uuid[])`
      : hearsOfSession(bulletin)
  const rows = await database.$queryRaw<Row[]>`
    SELECT signed."id", ${hears} AS "hears" ${fromHolding(signInIds, now)}`
  const holding = new Set(rows.map((row) => row.id))
  return {
    ended: new Set(signInIds.filter((id) => !holding.has(id))),
    hearing: new Set(rows.filter((row) => row.hears).map((row) => row.id)),
  }
}

/** Which of the sign-ins no longer hold, as the database says now. */
export async function findEnded(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  signInIds: string[],
): Promise<Set<string>> {
  const rows = await database.$queryRaw<Pick<Row, 'id'>[]>`SELECT signed."id" ${fromHolding(signInIds, now)}`
  return new Set(signInIds).difference(new Set(rows.map(({ id }) => id)))
}

/** Those of the sign-ins, as `signed`, that still hold, each with its `person`. */
function fromHolding(signInIds: string[], now: Date): Prisma.Sql {
  return Prisma.sql`
    FROM "SignIn" signed
    JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
    WHERE signed."id" = ANY(${signInIds}::uuid[]) AND signed."expiresAt" > ${now}`
}

function hearsOfSession({ sessionId, audience, formerly }: SessionBulletin): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "ClassSession" session
    WHERE session."id" = ${sessionId}::uuid AND (
      person."role" = 'ADMIN'
      OR person."id" = ANY(${formerly}::uuid[])
      OR session."trainerId" = person."id"
      OR EXISTS (
        SELECT 1 FROM "Attendee" attendee
        WHERE attendee."sessionId" = session."id" AND attendee."userId" = person."id" AND person."role" = 'TRAINER'
          AND cardinality(attendee."helps") > 0)
      OR (${audience} = 'everybody' AND EXISTS (
        SELECT 1 FROM "Seat" seat WHERE seat."sessionId" = session."id" AND seat."studentId" = person."id"))))`
}
