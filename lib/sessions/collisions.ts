import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { type Collision, Refusal } from '#lib/kernel/refusal.ts'
import { overlapping } from './overlapping.ts'
import type { ChangedSession } from './session-plan.ts'

/** A time span; its end is exclusive. */
export type Span = { startsAt: Date; endsAt: Date }

/** A planned session; `id` is null before it exists. */
export type PlannedSlot = Span & { id: string | null; trainerId: string; locationId: string | null }

type Reading = Pick<SystemContext, 'database'>

const MAX_SHOWN = 20

function whereOpenDuring({ startsAt, endsAt }: Span, except: string | null): Prisma.ClassSessionWhereInput {
  return {
    id: except ? { not: except } : undefined,
    status: { in: ['scheduled', 'in_progress'] },
    ...overlapping(startsAt, endsAt),
  }
}

const shown = {
  id: true,
  title: true,
  startsAt: true,
  endsAt: true,
  class: { select: { title: true } },
} as const
const person = { id: true, name: true } as const

type Row = Span & {
  id: string
  title: string
  plannedAt: Date
  byTrainer: boolean
  person: string
  name: string
}

/** Sessions that occupy the trainer or the location of a planned one at its time, 20 at most. */
export async function findBookings({ database }: Reading, planned: PlannedSlot[]): Promise<Collision[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT other."id", coalesce(other."title", class."title") AS "title", other."startsAt", other."endsAt",
      planned."startsAt" AS "plannedAt", other."trainerId" = planned."trainerId" AS "byTrainer",
      trainer."id" AS "person", trainer."name"
    ${joinOverlapping(planned, idsOf(planned))}
      AND (other."trainerId" = planned."trainerId" OR other."locationId" = planned."locationId")
    JOIN "User" trainer ON trainer."id" = other."trainerId"
    ORDER BY other."startsAt", other."id" LIMIT ${MAX_SHOWN}`
  return rows.map((row) => ({
    ...collision(row.byTrainer ? 'trainer' : 'location', row, [{ id: row.person, name: row.name }]),
    plannedAt: row.plannedAt.toISOString(),
  }))
}

type StudentRow = Span & { id: string; title: string; plannedAt: Date; people: Collision['people'] }

/** Other sessions in which students of the planned ones have a seat at that time, 20 at most. */
export function findStudentsElsewhere(context: Reading, planned: PlannedSlot[]): Promise<Collision[]> {
  return findElsewhere(context, planned, ofSeated, idsOf(planned))
}

const ofSeated = Prisma.sql`JOIN "Seat" own ON own."sessionId" = planned."id"`

/** The same for sessions that do not exist yet, by the students enrolled in their class. */
export function findEnrolledElsewhere(
  context: Reading,
  planned: PlannedSlot[],
  classId: string,
): Promise<Collision[]> {
  const ofEnrolled = Prisma.sql`JOIN "Enrolment" own ON own."classId" = ${classId}::uuid`
  return findElsewhere(context, planned, ofEnrolled, idsOf(planned))
}

async function findElsewhere(
  { database }: Reading,
  planned: PlannedSlot[],
  students: Prisma.Sql,
  except: string[],
): Promise<Collision[]> {
  const rows = await database.$queryRaw<StudentRow[]>`
    SELECT other."id", coalesce(other."title", class."title") AS "title", other."startsAt", other."endsAt",
      planned."startsAt" AS "plannedAt",
      jsonb_agg(jsonb_build_object('id', student."id", 'name', student."name") ORDER BY student."name") AS "people"
    ${joinOverlapping(planned, except)}
    ${students}
    JOIN "Seat" elsewhere ON elsewhere."studentId" = own."studentId" AND elsewhere."sessionId" = other."id"
    JOIN "User" student ON student."id" = own."studentId"
    GROUP BY other."id", class."title", planned."startsAt"
    ORDER BY other."startsAt", other."id" LIMIT ${MAX_SHOWN}`
  return rows.map((row) => ({
    ...collision('student', row, row.people),
    plannedAt: row.plannedAt.toISOString(),
  }))
}

function idsOf(planned: PlannedSlot[]): string[] {
  return planned.flatMap(({ id }) => id ?? [])
}

/** Other open sessions that overlap a planned one. `except`: sessions whose times in the database are outdated. */
function joinOverlapping(planned: PlannedSlot[], except: string[]): Prisma.Sql {
  const spans = planned.map(({ id, startsAt, endsAt, trainerId, locationId }) => ({
    id,
    startsAt,
    endsAt,
    trainerId,
    locationId,
  }))
  // The third condition follows from the second; it lets PostgreSQL start at the right position of the index.
  return Prisma.sql`
    FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) AS planned(
      "id" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "trainerId" uuid, "locationId" uuid)
    JOIN "ClassSession" other ON other."startsAt" < planned."endsAt" AND other."endsAt" > planned."startsAt"
      AND other."startsAt" > planned."startsAt" - interval '12 hours'
      AND other."status" IN ('scheduled', 'in_progress') AND other."id" <> ALL(${except}::uuid[])
      AND other."id" IS DISTINCT FROM planned."id"
    JOIN "Class" class ON class."id" = other."classId"`
}

/**
 * Refuses a move that is already written if it double-books a student, also by two sessions moved together.
 * @throws Refusal `conflict` with the sessions
 */
export async function refuseStudentOverlap(context: Reading, moved: ChangedSession[]): Promise<void> {
  const planned = moved.map(({ sessionId, now }) => ({ ...now, id: sessionId }))
  const collisions = await findElsewhere(context, planned, ofSeated, [])
  if (collisions.length > 0) throw new Refusal('conflict', 'studentBusy', { collisions })
}

/** Other open sessions in the span in which one of the students has a seat, 20 at most. */
export async function findStudentCollisions(
  { database }: Reading,
  studentIds: string[],
  span: Span,
  except: string | null,
): Promise<Collision[]> {
  const own = { studentId: { in: studentIds } }
  const sessions = await database.classSession.findMany({
    where: { ...whereOpenDuring(span, except), seats: { some: own } },
    orderBy: { startsAt: 'asc' },
    take: MAX_SHOWN,
    select: { ...shown, seats: { where: own, take: MAX_SHOWN, select: { student: { select: person } } } },
  })
  return sessions.map((session) =>
    collision(
      'student',
      { ...session, title: session.title ?? session.class.title },
      session.seats.map((seat) => seat.student),
    ),
  )
}

/** Open sessions that the user teaches or has a seat in, 20 at most. */
export async function findOpenSessionsOf({ database }: Reading, userId: string): Promise<Collision[]> {
  const sessions = await database.classSession.findMany({
    where: {
      status: { in: ['scheduled', 'in_progress'] },
      OR: [{ trainerId: userId }, { seats: { some: { studentId: userId } } }],
    },
    orderBy: { startsAt: 'asc' },
    take: MAX_SHOWN,
    select: shown,
  })
  return sessions.map((session) =>
    collision('session', { ...session, title: session.title ?? session.class.title }, []),
  )
}

function collision(
  kind: Collision['kind'],
  session: Span & { id: string; title: string },
  people: Collision['people'],
): Collision {
  return {
    kind,
    sessionId: session.id,
    title: session.title,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    people,
  }
}
