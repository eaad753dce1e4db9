import { Client } from 'pg'

/** Size of a school; each session has three seats and one audit entry. */
export type SchoolSize = { sessions: number; people: number }

/** Ids of people, classes and sessions are derived from kind and number, so that plain SQL can compute them. */
export function numberedId(kind: 'person' | 'class' | 'session', number: number): string {
  const kinds = { person: '1', class: '2', session: '3' }
  return `0000000${kinds[kind]}-0000-4000-8000-${String(number).padStart(12, '0')}`
}

const id = (kind: '1' | '2' | '3', number: string) =>
  `('0000000${kind}-0000-4000-8000-' || lpad((${number})::text, 12, '0'))::uuid`

/** Sessions in the measured week, the same for every school size. */
const IN_WEEK = 200
const WEEKS_TRAINERS = 5
/** A student with a seat in all sessions of the first trainer in that week. */
export const STUDENT = 10_000_000

/**
 * Fills an empty database with a school: 200 sessions in the week from `monday`, three of them running, and the
 * others spread over the five years before and half a year after. Sessions per trainer, class and student are about
 * the same in a large school as in a small one.
 */
export async function fillSchool(url: string, { sessions, people }: SchoolSize, monday: Date): Promise<void> {
  const trainers = Math.max(WEEKS_TRAINERS, Math.round(people / 100))
  const students = people - trainers
  const classes = Math.round(sessions / 100)
  const week = `'${monday.toISOString()}'::timestamptz`
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of [
      `INSERT INTO "User" ("id", "email", "name", "role")
        SELECT ${id('1', 'n')}, 'person' || n || '@school.test', 'Person ' || n,
          (CASE WHEN n < ${trainers} THEN 'TRAINER' ELSE 'STUDENT' END)::"Role"
        FROM generate_series(0, ${people - 1}) n
        UNION ALL SELECT ${id('1', `${STUDENT}`)}, 'measured@school.test', 'Measured', 'STUDENT'`,
      `INSERT INTO "Class" ("id", "title", "mode", "capacity", "timeZone")
        SELECT ${id('2', 'n')}, 'Class ' || n, 'HYBRID', 20, 'Europe/Berlin'
        FROM generate_series(0, ${classes - 1}) n`,
      // The measured week: each of five trainers teaches four classes and has a session every 4 hours.
      `INSERT INTO "ClassSession" ("id", "classId", "trainerId", "sessionType", "status", "startsAt", "endsAt",
          "capacity", "seatsTaken", "startedAt")
        SELECT ${id('3', 'n')}, ${id('2', 'n % 5 * 4 + n / 5 % 4')}, ${id('1', `n % ${WEEKS_TRAINERS}`)}, 'online',
          (CASE WHEN n < 3 THEN 'in_progress' ELSE 'scheduled' END)::"SessionStatus",
          ${week} + (n / ${WEEKS_TRAINERS}) * interval '4 hours',
          ${week} + (n / ${WEEKS_TRAINERS}) * interval '4 hours' + interval '90 minutes',
          20, CASE WHEN n % ${WEEKS_TRAINERS} = 0 THEN 4 ELSE 3 END, CASE WHEN n < 3 THEN ${week} END
        FROM generate_series(0, ${IN_WEEK - 1}) n`,
      // All other sessions: one in twenty is in the future.
      `INSERT INTO "ClassSession" ("id", "classId", "trainerId", "sessionType", "status", "startsAt", "endsAt",
          "capacity", "seatsTaken")
        SELECT ${id('3', 'n')}, ${id('2', `n % ${classes}`)}, ${id('1', `n % ${trainers}`)}, 'online',
          (CASE WHEN n % 20 = 0 THEN 'scheduled' ELSE 'completed' END)::"SessionStatus",
          starts, starts + interval '1 minute', 20, 3
        FROM generate_series(${IN_WEEK}, ${sessions - 1}) n, LATERAL (SELECT CASE WHEN n % 20 = 0
          THEN ${week} + interval '7 days' + (n::float8 / ${sessions}) * interval '180 days'
          ELSE ${week} - interval '1 day' - (n::float8 / ${sessions}) * interval '1800 days' END AS starts) at`,
      `INSERT INTO "Seat" ("sessionId", "studentId")
        SELECT ${id('3', 'n')}, ${id('1', `${trainers} + (n * 3 + place) % ${students}`)}
        FROM generate_series(0, ${sessions - 1}) n, generate_series(0, 2) place
        UNION ALL SELECT ${id('3', 'n')}, ${id('1', `${STUDENT}`)}
        FROM generate_series(0, ${IN_WEEK - 1}, ${WEEKS_TRAINERS}) n`,
      `INSERT INTO "AuditEvent" ("id", "at", "actorId", "action", "subject", "subjectId", "before", "after")
        SELECT gen_random_uuid(), "startsAt", "trainerId", 'session_started', 'session', "id",
          '{"status": "scheduled"}', '{"status": "in_progress"}'
        FROM "ClassSession" WHERE "status" = 'completed' OR "startsAt" < ${week} + interval '7 days'`,
      'VACUUM ANALYZE',
    ]) {
      await client.query(statement)
    }
  } finally {
    await client.end()
  }
}
