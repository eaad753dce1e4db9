import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import type { ClassId } from '#lib/kernel/ids.ts'
import type { Place } from './api.ts'
import type { Known } from './check-rows.ts'

// Rows that were found good wait in a temporary table of the transaction, so that memory does not grow with the file:
// there a second row with the same address is found, and from there they are written.

type Staging = Pick<SystemContext, 'database'>

export type Standing = 'new' | 'known' | 'already'
export type StagedRow = {
  line: number
  email: string
  name: string
  kind: Place
  standing: Standing
  studentId: string
}

/** Makes the table; it goes with the transaction. */
export async function createStage({ database }: Staging): Promise<void> {
  await database.$executeRaw`
    CREATE TEMPORARY TABLE "ImportRow" (
      "line" integer PRIMARY KEY,
      "email" text NOT NULL UNIQUE,
      "name" text NOT NULL,
      "kind" "SeatKind" NOT NULL,
      "standing" text NOT NULL,
      "studentId" uuid NOT NULL
    ) ON COMMIT DROP`
}

export type Facts = Known & {
  email: string
  id: string | null
  name: string | null
  enrolled: boolean
  earlierLine: number | null
}

/** What the school knows of addresses, and in which line of the file each stood before; others are left out. */
export function findFacts({ database }: Staging, classId: ClassId, emails: string[]): Promise<Facts[]> {
  return database.$queryRaw<Facts[]>`
    SELECT given."email", person."id", person."name", person."role"::text, person."disabledAt" IS NOT NULL AS "disabled",
      person."erasedAt" IS NOT NULL AS "erased", enrolment."studentId" IS NOT NULL AS "enrolled",
      earlier."line" AS "earlierLine"
    FROM unnest(${arrayText(emails)}::text[]) AS given("email")
    LEFT JOIN "User" person ON person."email" = given."email"
    LEFT JOIN "Enrolment" enrolment
      ON enrolment."classId" = ${classId}::uuid AND enrolment."studentId" = person."id"
    LEFT JOIN "ImportRow" earlier ON earlier."email" = given."email"
    WHERE person."id" IS NOT NULL OR earlier."line" IS NOT NULL`
}

/** Adds rows, each with an address that no earlier one has. */
export async function stageRows({ database }: Staging, rows: StagedRow[]): Promise<void> {
  const of = (key: keyof StagedRow) => arrayText(rows.map((row) => row[key]))
  await database.$executeRaw`
    INSERT INTO "ImportRow" ("line", "email", "name", "kind", "standing", "studentId")
    SELECT * FROM unnest(${of('line')}::integer[], ${of('email')}::text[], ${of('name')}::text[],
      ${of('kind')}::"SeatKind"[], ${of('standing')}::text[], ${of('studentId')}::uuid[])`
}

/** The new people, as a query. */
export const newPeople = Prisma.sql`
  SELECT "studentId" AS "id", "email", "name" FROM "ImportRow" WHERE "standing" = 'new'`

/** A lot of people in the order of the file: all of them, and apart who is new and who is known. */
export type Enrolling = { studentIds: string[]; created: string[]; known: string[] }

type AsText = { last: number | null; studentIds: string; created: string | null; known: string | null }

/** Who is to be enrolled, in the order of the file, lot by lot; ids come as one text, as a row for each takes longer. */
export async function* toEnrol({ database }: Staging, atOnce: number): AsyncGenerator<Enrolling> {
  for (let after: number | null = 0; ; ) {
    const [lot]: AsText[] = await database.$queryRaw`
      SELECT max("line") AS "last", string_agg("studentId"::text, ',' ORDER BY "line") AS "studentIds",
        string_agg("studentId"::text, ',' ORDER BY "line") FILTER (WHERE "standing" = 'new') AS "created",
        string_agg("studentId"::text, ',' ORDER BY "line") FILTER (WHERE "standing" = 'known') AS "known"
      FROM (
        SELECT "line", "standing", "studentId" FROM "ImportRow"
        WHERE "standing" <> 'already' AND "line" > ${after} ORDER BY "line" LIMIT ${atOnce}
      ) lot`
    after = lot?.last ?? null
    if (!lot || after === null) return
    const ids = (text: string | null) => text?.split(',') ?? []
    yield { studentIds: ids(lot.studentIds), created: ids(lot.created), known: ids(lot.known) }
  }
}

/** Enrols everybody who is staged. */
export async function enrolStaged(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  classId: ClassId,
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "Enrolment" ("classId", "studentId", "kind", "createdAt")
    SELECT ${classId}::uuid, "studentId", "kind", ${now} FROM "ImportRow" WHERE "standing" <> 'already'
    ON CONFLICT DO NOTHING`
}

/**
 * Holds the known students until the transaction ends, in the order in which everybody takes students. Answers how
 * many still are students who may sign in.
 */
export async function lockKnownStudents({ database }: Staging): Promise<number> {
  const [held] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM (
      SELECT "id" FROM "User"
      WHERE "id" = ANY(ARRAY(SELECT "studentId" FROM "ImportRow" WHERE "standing" = 'known'))
        AND "role" = 'STUDENT' AND "disabledAt" IS NULL
      ORDER BY "id" FOR NO KEY UPDATE
    ) held`
  return held?.count ?? 0
}
