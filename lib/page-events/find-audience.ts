import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import type { NewsBulletin } from './bulletin.ts'

type Row = { id: string; hears: number[] }

/**
 * Which of the sign-ins no longer hold, and which of the bulletins each of the others hears, as the database says now.
 * One statement for any number of bulletins; `hearing` has their places in the list by sign-in.
 */
export async function findAudience(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  bulletins: NewsBulletin[],
  signInIds: string[],
): Promise<{ ended: Set<string>; hearing: Map<string, number[]> }> {
  const told = JSON.stringify(bulletins.map((bulletin, place) => ({ place, ...bulletin })))
  const rows = await database.$queryRaw<Row[]>`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${told}::jsonb)
        AS told ("place" int, "sessionId" uuid, "audience" text, "formerly" uuid[], "readers" uuid[])
    ), known AS (
      SELECT told.*, session."trainerId" FROM told JOIN "ClassSession" session ON session."id" = told."sessionId"
    ), hearer AS (
      SELECT "place", "trainerId" AS "userId" FROM known
      UNION SELECT "place", unnest("formerly") FROM known
      UNION SELECT "place", admin."id" FROM known, "User" admin WHERE admin."role" = 'ADMIN'
      UNION SELECT "place", attendee."userId" FROM known
        JOIN "RoomMember" attendee
          ON attendee."sessionId" = known."sessionId" AND cardinality(attendee."assistantPermissions") > 0
        JOIN "User" colleague ON colleague."id" = attendee."userId" AND colleague."role" = 'TRAINER'
      UNION SELECT "place", seat."studentId" FROM known
        JOIN "Seat" seat ON seat."sessionId" = known."sessionId" AND known."audience" = 'everybody'
      UNION SELECT "place", unnest("readers") FROM told
    )
    SELECT signed."id", coalesce(heard."places", '{}') AS "hears"
    FROM (SELECT signed."id", signed."userId" ${fromHolding(signInIds, now)}) AS signed
    LEFT JOIN (SELECT "userId", array_agg("place") AS "places" FROM hearer GROUP BY "userId") AS heard
      ON heard."userId" = signed."userId"`
  const hearing = new Map(rows.map(({ id, hears }) => [id, hears]))
  return { ended: new Set(signInIds.filter((id) => !hearing.has(id))), hearing }
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
    WHERE signed."id" = ANY(${arrayText(signInIds)}::uuid[]) AND signed."expiresAt" > ${now}`
}
