import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import type { PageEventEnvelope } from './event-envelope.ts'

type Row = { id: string; receives: number[] }

/**
 * Ended sign-ins, and the envelopes that each of the other sign-ins receives, as indexes into `envelopes`. Checked
 * against the database now, with one statement for any number of envelopes.
 */
export async function findAudience(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  envelopes: PageEventEnvelope[],
  signInIds: string[],
): Promise<{ ended: Set<string>; indexesBySignIn: Map<string, number[]> }> {
  const envelopesJson = JSON.stringify(envelopes.map((envelope, index) => ({ index, ...envelope })))
  const rows = await database.$queryRaw<Row[]>`
    WITH envelope AS (
      SELECT * FROM jsonb_to_recordset(${envelopesJson}::jsonb)
        AS envelope ("index" int, "sessionId" uuid, "audience" text, "formerUserIds" uuid[], "userIds" uuid[])
    ), known AS (
      SELECT envelope.*, session."trainerId" FROM envelope JOIN "ClassSession" session ON session."id" = envelope."sessionId"
    ), recipient AS (
      SELECT "index", "trainerId" AS "userId" FROM known
      UNION SELECT "index", unnest("formerUserIds") FROM known
      UNION SELECT "index", admin."id" FROM known, "User" admin WHERE admin."role" = 'ADMIN'
      UNION SELECT "index", member."userId" FROM known
        JOIN "RoomMember" member
          ON member."sessionId" = known."sessionId" AND cardinality(member."assistantPermissions") > 0
        JOIN "User" colleague ON colleague."id" = member."userId" AND colleague."role" = 'TRAINER'
      UNION SELECT "index", seat."studentId" FROM known
        JOIN "Seat" seat ON seat."sessionId" = known."sessionId" AND known."audience" = 'everybody'
      UNION SELECT "index", unnest("userIds") FROM envelope
    )
    SELECT signed."id", coalesce(received."indexes", '{}') AS "receives"
    FROM (SELECT signed."id", signed."userId" ${fromHolding(signInIds, now)}) AS signed
    LEFT JOIN (SELECT "userId", array_agg("index") AS "indexes" FROM recipient GROUP BY "userId") AS received
      ON received."userId" = signed."userId"`
  const indexesBySignIn = new Map(rows.map(({ id, receives }) => [id, receives]))
  return { ended: new Set(signInIds.filter((id) => !indexesBySignIn.has(id))), indexesBySignIn }
}

/** The sign-ins that no longer hold, according to the database. */
export async function findEnded(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  signInIds: string[],
): Promise<Set<string>> {
  const rows = await database.$queryRaw<Pick<Row, 'id'>[]>`SELECT signed."id" ${fromHolding(signInIds, now)}`
  return new Set(signInIds).difference(new Set(rows.map(({ id }) => id)))
}

/** The given sign-ins that still hold, as `signed`, each with its `person`. */
function fromHolding(signInIds: string[], now: Date): Prisma.Sql {
  return Prisma.sql`
    FROM "SignIn" signed
    JOIN "User" person ON person."id" = signed."userId" AND person."disabledAt" IS NULL
    WHERE signed."id" = ANY(${arrayText(signInIds)}::uuid[]) AND signed."expiresAt" > ${now}`
}
