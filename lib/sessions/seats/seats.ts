import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { findStudentCollisions, type Span } from '#lib/sessions/collisions.ts'
import { assignSeats, countFreeSeats, type SeatCapacity, type SeatRequest } from './policy.ts'

// Locks are taken in one order everywhere (class, students, sessions; each by id), so that seating never deadlocks.
// The seats and waitlist entries of a student change only while the student's row is locked.

type Locking = Pick<SystemContext, 'database'>

export type LockedSession = Span & SeatCapacity & { id: string; classId: string; status: SessionStatus }

export type LockedClass = Pick<SeatCapacity, 'mode' | 'inPersonCapacity'> & { archivedAt: Date | null }

/**
 * Locks the enrolments and planned sessions of a class until the transaction ends: otherwise a student enrolled while
 * a session is planned would be missed by both.
 * @throws Refusal `not_found`
 */
export async function lockClass({ database }: Locking, classId: string): Promise<LockedClass> {
  const [course] = await database.$queryRaw<LockedClass[]>`
    SELECT "mode"::text, "inPersonCapacity", "archivedAt" FROM "Class"
    WHERE "id" = ${classId}::uuid FOR NO KEY UPDATE`
  if (!course) throw new Refusal('not_found', 'noSuchClass')
  return course
}

/** The same for a class that must not be archived. @throws Refusal `not_found`, `conflict` if it is archived */
export async function lockOpenClass(context: Locking, classId: string): Promise<LockedClass> {
  const course = await lockClass(context, classId)
  if (course.archivedAt) throw new Refusal('conflict', 'classArchived')
  return course
}

/** Locks the students' seats until the transaction ends. @throws Refusal `invalid` if an id is not a student's */
export async function lockStudents({ database }: Locking, studentIds: string[]): Promise<void> {
  const found = await database.$queryRaw<unknown[]>`
    SELECT "id" FROM "User"
    WHERE "id" = ANY(${studentIds}::uuid[]) AND "role" = 'STUDENT' AND "disabledAt" IS NULL
    ORDER BY "id" FOR NO KEY UPDATE`
  if (found.length === new Set(studentIds).size) return
  throw new Refusal('invalid', 'noSuchStudents', { fields: { studentIds: 'noSuchStudents' } })
}

/**
 * Locks the seats of all students on the sessions' waitlists, and of `studentIds`, until the transaction ends: for
 * changes that free seats (promote-waitlist.ts).
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

/** Locks sessions until the transaction ends. Returns their current state. */
export async function lockSessions({ database }: Locking, sessionIds: string[]): Promise<LockedSession[]> {
  return database.$queryRaw<LockedSession[]>`
    SELECT session."id", session."classId", session."status"::text, session."startsAt", session."endsAt", class."mode"::text,
      session."capacity", session."seatsTaken", session."inPersonCapacity", session."inPersonSeatsTaken"
    FROM "ClassSession" session JOIN "Class" class ON class."id" = session."classId"
    WHERE session."id" = ANY(${sessionIds}::uuid[]) ORDER BY session."id" FOR NO KEY UPDATE OF session`
}

type Seating = {
  allowOverlap: boolean
  /** Students without the requested seat join its waitlist; otherwise every request is met, or none. */
  waitlistRest: boolean
}

/**
 * Seats the locked students who have no seat in the locked session yet, by seats/policy.ts. Returns the seats given,
 * and the requests of students who got none.
 * @throws Refusal `conflict`: full, or a student has another session then and no overlap is allowed
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

/** The refusal for a kind without enough free seats. */
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

/** A student on the waitlist keeps their position, unless they change to the other kind. */
export async function addToWaitlist(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  sessionId: string,
  requests: SeatRequest[],
): Promise<void> {
  if (requests.length === 0) return
  // A millisecond apart, to keep the order of the requests.
  await database.$executeRaw`
    INSERT INTO "WaitlistEntry" ("sessionId", "studentId", "kind", "createdAt")
    SELECT ${sessionId}::uuid, request."studentId", request."kind"::"SeatKind",
      ${now}::timestamptz + (request."position" - 1) * interval '1 millisecond'
    FROM unnest(${requests.map((wish) => wish.studentId)}::uuid[], ${requests.map((wish) => wish.kind)}::text[])
      WITH ORDINALITY AS request("studentId", "kind", "position")
    ON CONFLICT ("sessionId", "studentId") DO UPDATE SET "kind" = excluded."kind", "createdAt" = excluded."createdAt"
      WHERE "WaitlistEntry"."kind" <> excluded."kind"`
}

/** Removes students from a session's waitlist. Returns those who were on it. */
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

/** Removes students' seats in a locked session, and their waitlist entries. Returns the students who had a seat. */
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

/** Counts the seats of both kinds in a locked session. Every change of seats ends with this call. */
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
