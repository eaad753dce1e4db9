import 'server-only'
import { Refusal } from '#lib/http/refusal.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { findStudentCollisions, type Span } from '#lib/sessions/planning/collisions.ts'

// Locks are taken in one order everywhere, class, students, sessions and each by id, so that seating never waits in
// a circle. Whoever holds a student's row is the only one who changes that student's seats.

type Locking = Pick<SystemContext, 'database'>

export type LockedSession = Span & { id: string; status: string; capacity: number; seatsTaken: number }

/**
 * Holds who is enrolled in a class, and which sessions are planned for it, until the transaction ends: whoever is
 * enrolled while a session is planned would else be overlooked by both.
 */
export async function lockClass({ database }: Locking, classId: string): Promise<void> {
  await database.$queryRaw`SELECT 1 FROM "Class" WHERE "id" = ${classId}::uuid FOR NO KEY UPDATE`
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

/** Holds sessions until the transaction ends, as they are now. */
export async function lockSessions({ database }: Locking, sessionIds: string[]): Promise<LockedSession[]> {
  return database.$queryRaw<LockedSession[]>`
    SELECT "id", "status"::text, "startsAt", "endsAt", "capacity", "seatsTaken" FROM "ClassSession"
    WHERE "id" = ANY(${sessionIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/**
 * Seats those of the locked students who have no seat yet in the locked session.
 * Answers who got one and who found none; with `partly: false` they are refused instead, and nobody is seated.
 * @throws Refusal `conflict`: no places left, or a student has another session then and no overlap is allowed
 */
export async function takeSeats(
  context: Pick<SystemContext, 'database' | 'now'>,
  session: LockedSession,
  studentIds: string[],
  { allowOverlap, partly }: { allowOverlap: boolean; partly: boolean },
): Promise<{ seated: string[]; left: string[] }> {
  const { database, now } = context
  const seated = await database.seat.findMany({
    where: { sessionId: session.id, studentId: { in: studentIds } },
    select: { studentId: true },
  })
  const have = new Set(seated.map((seat) => seat.studentId))
  const newcomers = [...new Set(studentIds)].filter((id) => !have.has(id))
  const free = Math.max(session.capacity - session.seatsTaken, 0)
  if (newcomers.length > free && !partly) throw new Refusal('conflict', 'sessionFull', { values: { free } })
  const taking = newcomers.slice(0, free)
  if (taking.length > 0) {
    if (!allowOverlap) await refuseBusyStudents(context, taking, session, session.id)
    await database.seat.createMany({
      data: taking.map((studentId) => ({ sessionId: session.id, studentId, createdAt: now })),
    })
    await database.classSession.update({
      where: { id: session.id },
      data: { seatsTaken: { increment: taking.length } },
      select: { id: true },
    })
  }
  return { seated: taking, left: newcomers.slice(free) }
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
