import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import type { ClassId } from '#lib/kernel/ids.ts'
import type { SeatKind } from './api.ts'
import type { AccountStatus } from './check-rows.ts'

// Good rows are staged in a temporary table of the transaction, so that memory does not grow with the file. The table
// detects repeated addresses, and enrolments are written from it.

type Staging = Pick<SystemContext, 'database'>

export type RowStatus = 'new' | 'known' | 'enrolled'
export type StagedRow = {
  line: number
  email: string
  name: string
  kind: SeatKind
  status: RowStatus
  studentId: string
}

/** Creates the table, which is dropped at the end of the transaction. */
export async function createStagingTable({ database }: Staging): Promise<void> {
  await database.$executeRaw`
    CREATE TEMPORARY TABLE "ImportRow" (
      "line" integer PRIMARY KEY,
      "email" text NOT NULL UNIQUE,
      "name" text NOT NULL,
      "kind" "SeatKind" NOT NULL,
      "status" text NOT NULL,
      "studentId" uuid NOT NULL
    ) ON COMMIT DROP`
}

export type AccountFacts = AccountStatus & {
  email: string
  id: string | null
  name: string | null
  enrolled: boolean
  earlierLine: number | null
}

/** The account of each address and its earlier line in the file. Addresses with neither are left out. */
export function findAccounts(
  { database }: Staging,
  classId: ClassId,
  emails: string[],
): Promise<AccountFacts[]> {
  return database.$queryRaw<AccountFacts[]>`
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

/** Adds rows, whose addresses must be new to the table. */
export async function stageRows({ database }: Staging, rows: StagedRow[]): Promise<void> {
  const of = (key: keyof StagedRow) => arrayText(rows.map((row) => row[key]))
  await database.$executeRaw`
    INSERT INTO "ImportRow" ("line", "email", "name", "kind", "status", "studentId")
    SELECT * FROM unnest(${of('line')}::integer[], ${of('email')}::text[], ${of('name')}::text[],
      ${of('kind')}::"SeatKind"[], ${of('status')}::text[], ${of('studentId')}::uuid[])`
}

/** The new people, as a query. */
export const newPeople = Prisma.sql`
  SELECT "studentId" AS "id", "email", "name" FROM "ImportRow" WHERE "status" = 'new'`

/** A batch of students in file order: all of them, and separately the new and the known ones. */
export type EnrolmentBatch = { studentIds: string[]; created: string[]; known: string[] }

type BatchRow = { last: number | null; studentIds: string; created: string | null; known: string | null }

/** The students to enrol, in file order and in batches. Ids are read as one text, which is faster than one row each. */
export async function* readEnrolmentBatches(
  { database }: Staging,
  batchSize: number,
): AsyncGenerator<EnrolmentBatch> {
  for (let after: number | null = 0; ; ) {
    const [batch]: BatchRow[] = await database.$queryRaw`
      SELECT max("line") AS "last", string_agg("studentId"::text, ',' ORDER BY "line") AS "studentIds",
        string_agg("studentId"::text, ',' ORDER BY "line") FILTER (WHERE "status" = 'new') AS "created",
        string_agg("studentId"::text, ',' ORDER BY "line") FILTER (WHERE "status" = 'known') AS "known"
      FROM (
        SELECT "line", "status", "studentId" FROM "ImportRow"
        WHERE "status" <> 'enrolled' AND "line" > ${after} ORDER BY "line" LIMIT ${batchSize}
      ) lot`
    after = batch?.last ?? null
    if (!batch || after === null) return
    const ids = (text: string | null) => text?.split(',') ?? []
    yield { studentIds: ids(batch.studentIds), created: ids(batch.created), known: ids(batch.known) }
  }
}

/** Enrols all staged students. */
export async function enrolStagedRows(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  classId: ClassId,
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "Enrolment" ("classId", "studentId", "kind", "createdAt")
    SELECT ${classId}::uuid, "studentId", "kind", ${now} FROM "ImportRow" WHERE "status" <> 'enrolled'
    ON CONFLICT DO NOTHING`
}

/**
 * Locks the known students until the transaction ends, in the common lock order of students. Returns the number of them
 * who are still enabled students.
 */
export async function lockKnownStudents({ database }: Staging): Promise<number> {
  const [held] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM (
      SELECT "id" FROM "User"
      WHERE "id" = ANY(ARRAY(SELECT "studentId" FROM "ImportRow" WHERE "status" = 'known'))
        AND "role" = 'STUDENT' AND "disabledAt" IS NULL
      ORDER BY "id" FOR NO KEY UPDATE
    ) held`
  return held?.count ?? 0
}
