import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'
import { displayEmail } from './display-email.ts'

/** A student who shares their name with another student of the class. Staff distinguish them by the e-mail. */
export type Namesake = { userId: UserId; email: string }

/**
 * The name of `person` in a class, as SQL: `João Silva (2)` for the student of that name who was enrolled second.
 * Students with a seat but no enrolment are numbered after all enrolled students.
 */
export function nameInClass(classId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    CASE WHEN person."role" <> 'STUDENT' THEN person."name" ELSE person."name" || coalesce((
      SELECT ' (' || count(*) + 1 || ')'
      FROM "User" namesake
      JOIN "Enrolment" earlier ON earlier."studentId" = namesake."id" AND earlier."classId" = ${classId}
      LEFT JOIN "Enrolment" own ON own."studentId" = person."id" AND own."classId" = ${classId}
      WHERE namesake."role" = 'STUDENT' AND namesake."name" = person."name" AND namesake."id" <> person."id"
        AND namesake."erasedAt" IS NULL
        AND (own."classId" IS NULL OR (earlier."createdAt", earlier."studentId") < (own."createdAt", own."studentId"))
      HAVING count(*) > 0
    ), '') END`
}

/** Names of people in a session's class, by user id. */
export async function readNamesInClass(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database.$queryRaw<{ id: string; name: string }[]>`
    SELECT person."id", ${nameInClass(Prisma.sql`session."classId"`)} AS "name"
    FROM "ClassSession" session JOIN "User" person ON person."id" = ANY(${ids}::uuid[])
    WHERE session."id" = ${sessionId}::uuid`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Students of a session and its class who share a name. For staff only. */
export async function readNamesakes(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
): Promise<Namesake[]> {
  const rows = await database.$queryRaw<{ id: string; email: string }[]>`
    SELECT "id", "email" FROM (
      SELECT person."id", person."email", count(*) OVER (PARTITION BY person."name") AS "sharing"
      FROM (
        SELECT "studentId" FROM "Seat" WHERE "sessionId" = ${sessionId}::uuid
        UNION
        SELECT "studentId" FROM "Enrolment"
        WHERE "classId" = (SELECT "classId" FROM "ClassSession" WHERE "id" = ${sessionId}::uuid)
      ) students
      JOIN "User" person ON person."id" = students."studentId" AND person."erasedAt" IS NULL
    ) named
    WHERE "sharing" > 1 ORDER BY "id"`
  return rows.map(({ id, email }) => ({ userId: userId.parse(id), email: displayEmail(email) }))
}
