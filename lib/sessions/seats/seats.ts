import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { findStudentCollisions, type Span } from '#lib/sessions/collisions.ts'
import { assignSeats, countFreeSeats, type SeatCapacity, type SeatRequest } from './policy.ts'

// Locks are taken in one order everywhere, class, students, sessions and each by id, so that seating never waits in
// a circle. Whoever holds a student's row is the only one who changes that student's seats and places in line.

type Locking = Pick<SystemContext, 'database'>

export type LockedSession = Span & SeatCapacity & { id: string; classId: string; status: SessionStatus }

export type LockedClass = Pick<SeatCapacity, 'mode' | 'inPersonCapacity'> & { archivedAt: Date | null }

/**
 * Holds who is enrolled in a class, and which sessions are planned for it, until the transaction ends: whoever is
 * enrolled while a session is planned would else be overlooked by both.
 * @throws Refusal `not_found`
 */
export async function lockClass({ database }: Locking, classId: string): Promise<LockedClass> {
  const [course] = await database.$queryRaw<LockedClass[]>`
    SELECT "mode"::text, "inPersonCapacity", "archivedAt" FROM "Class"
    WHERE "id" = ${classId}::uuid FOR NO KEY UPDATE`
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  return course
}

/** The same for a class that goes on. @throws Refusal `not_found`, `conflict` where it is archived */
export async function lockOpenClass(context: Locking, classId: string): Promise<LockedClass> {
  const course = await lockClass(context, classId)
  if (course.archivedAt) throw new Refusal('conflict', 'classArchived')
  return course
}

/** Holds the students' seats until the transaction ends. @throws Refusal `invalid` where somebody is no student */
export async function lockStudents({ database }: Locking, studentIds: string[]): Promise<void> {
  const found = await database.$queryRaw<unknown[]>`
    SELECT "id" FROM "User"
    WHERE "id" = ANY(${studentIds}::uuid[]) AND "role" = 'STUDENT' AND "disabledAt" IS NULL
    ORDER BY "id" FOR NO KEY UPDATE`
  if (found.length === new Set(studentIds).size) return
  throw new Refusal('invalid', 'noSuchStudents', { fields: { studentIds: 'noSuchStudents' } })
}

/**
 * Holds the seats of everybody in line for one of the sessions, and of others, until the transaction ends: for
 * changes after which places are free (promote-line.ts).
 */
export async function lockWaitlists(
  { database }: Locking,
  sessionIds: string[],
  studentIds: string[] = [],
): Promise<void> {
  await database.$queryRaw`
    SELECT "id" FROM "User" WHERE "id" = ANY(ARRAY(
      SELECT unnest(${studentIds}::uuid[])
      UNION SELECT "studentId" FROM "WaitlistEntry" WHERE "sessionId" = ANY(${sessionIds}::uuid[])))
    ORDER BY "id" FOR NO KEY UPDATE`
}

/** Holds sessions until the transaction ends, as they are now. */
export async function lockSessions({ database }: Locking, sessionIds: string[]): Promise<LockedSession[]> {
  return database.$queryRaw<LockedSession[]>`
    SELECT session."id", session."classId", session."status"::text, session."startsAt", session."endsAt", class."mode"::text,
      session."capacity", session."seatsTaken", session."inPersonCapacity", session."inPersonSeatsTaken"
    FROM "ClassSession" session JOIN "Class" class ON class."id" = session."classId"
    WHERE session."id" = ANY(${sessionIds}::uuid[]) ORDER BY session."id" FOR NO KEY UPDATE OF session`
}

type Seating = {
  allowOverlap: boolean
  /** Who finds no place stands in line for it; otherwise all get what they wish, or nobody does. */
  waitlistRest: boolean
}

/**
 * Seats those of the locked students who have no seat yet in the locked session, by seats/policy.ts. Answers who got
 * which seat, and who found none.
 * @throws Refusal `conflict`: no places left, or a student has another session then and no overlap is allowed
 */
export async function takeSeats(
  context: Pick<SystemContext, 'database' | 'now'>,
  session: LockedSession,
  requests: SeatRequest[],
  { allowOverlap, waitlistRest }: Seating,
): Promise<{ seated: SeatRequest[]; left: SeatRequest[] }> {
  const { database, now } = context
  const newcomers = await requestsWithoutSeat(context, session, requests)
  const { seated, waiting } = assignSeats(session, newcomers)
  const [first] = waiting
  if (first && !waitlistRest) throw refuseFull(session, first.kind)
  const ids = seated.map(({ studentId }) => studentId)
  if (ids.length > 0) {
    if (!allowOverlap) await refuseBusyStudents(context, ids, session, session.id)
    await database.seat.createMany({
      data: seated.map((seat) => ({ ...seat, sessionId: session.id, createdAt: now })),
    })
    const staysOnWaitlist = new Set(waiting.map(({ studentId }) => studentId))
    await removeWaitlistEntries(
      context,
      session.id,
      ids.filter((id) => !staysOnWaitlist.has(id)),
    )
    await countSeats(context, session.id)
  }
  await addToWaitlist(context, session.id, waiting)
  return { seated, left: waiting.filter(({ studentId }) => !ids.includes(studentId)) }
}

/** The sentence for a kind of which there are not enough places. */
export function refuseFull(session: LockedSession, kind: SeatRequest['kind']): Refusal {
  const free = countFreeSeats(session)[kind]
  return new Refusal('conflict', kind === 'in_person' ? 'inPersonSeatsFull' : 'sessionFull', {
    values: { free },
  })
}

async function requestsWithoutSeat(
  { database }: Locking,
  { id }: LockedSession,
  requests: SeatRequest[],
): Promise<SeatRequest[]> {
  const wanted = new Map(requests.map((wish) => [wish.studentId, wish]))
  const seats = await database.seat.findMany({
    where: { sessionId: id, studentId: { in: [...wanted.keys()] } },
    select: { studentId: true },
  })
  for (const { studentId } of seats) wanted.delete(studentId)
  return [...wanted.values()]
}

/** Who stands in line already keeps the place there, unless it is the other line. */
export async function addToWaitlist(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  sessionId: string,
  requests: SeatRequest[],
): Promise<void> {
  if (requests.length === 0) return
  // A millisecond apart, so that they stand in the order of the wishes.
  await database.$executeRaw`
    INSERT INTO "WaitlistEntry" ("sessionId", "studentId", "kind", "createdAt")
    SELECT ${sessionId}::uuid, request."studentId", request."kind"::"SeatKind",
      ${now}::timestamptz + (request."position" - 1) * interval '1 millisecond'
    FROM unnest(${requests.map((wish) => wish.studentId)}::uuid[], ${requests.map((wish) => wish.kind)}::text[])
      WITH ORDINALITY AS request("studentId", "kind", "position")
    ON CONFLICT ("sessionId", "studentId") DO UPDATE SET "kind" = excluded."kind", "createdAt" = excluded."createdAt"
      WHERE "WaitlistEntry"."kind" <> excluded."kind"`
}

/** Takes students out of a session's line. Answers who was in it. */
export async function removeWaitlistEntries(
  { database }: Locking,
  sessionId: string,
  studentIds: string[],
): Promise<string[]> {
  const left = await database.$queryRaw<{ studentId: string }[]>`
    DELETE FROM "WaitlistEntry" WHERE "sessionId" = ${sessionId}::uuid AND "studentId" = ANY(${studentIds}::uuid[])
    RETURNING "studentId"`
  return left.map(({ studentId }) => studentId)
}

/** Takes students' seats in a locked session back, and their places in line. Answers who had a seat. */
export async function releaseSeats(
  context: Locking,
  sessionId: string,
  studentIds: string[],
): Promise<string[]> {
  await removeWaitlistEntries(context, sessionId, studentIds)
  const seats = await context.database.$queryRaw<{ studentId: string }[]>`
    DELETE FROM "Seat" WHERE "sessionId" = ${sessionId}::uuid AND "studentId" = ANY(${studentIds}::uuid[])
    RETURNING "studentId"`
  if (seats.length > 0) await countSeats(context, sessionId)
  return seats.map(({ studentId }) => studentId)
}

/** Counts the seats of a locked session, of both kinds at once: whoever changes seats ends with this. */
export async function countSeats({ database }: Locking, sessionId: string): Promise<void> {
  await database.$executeRaw`
    UPDATE "ClassSession" SET "seatsTaken" = taken."online", "inPersonSeatsTaken" = taken."inPerson"
    FROM (SELECT count(*) FILTER (WHERE "kind" = 'online') AS "online", count(*) FILTER (WHERE "kind" = 'in_person') AS "inPerson"
      FROM "Seat" WHERE "sessionId" = ${sessionId}::uuid) taken
    WHERE "id" = ${sessionId}::uuid`
}

/** @throws Refusal `conflict` with the sessions that students have in the span */
export async function refuseBusyStudents(
  context: Locking,
  studentIds: string[],
  span: Span,
  except: string | null,
): Promise<void> {
  const collisions = await findStudentCollisions(context, studentIds, span, except)
  if (collisions.length > 0) throw new Refusal('conflict', 'studentBusy', { collisions })
}
