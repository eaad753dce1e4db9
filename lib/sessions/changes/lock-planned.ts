import 'server-only'
import { z } from 'zod'
import type { SystemContext } from '#lib/process/context.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { sessionPlan } from './session-plan.ts'

type Locking = Pick<SystemContext, 'database'>

const lockedPlan = z.object({
  id: sessionId,
  classId: z.uuid(),
  timeZone: z.string(),
  revision: z.int(),
  seatsTaken: z.int(),
  roomSeatsTaken: z.int(),
  startedAt: z.date().nullable(),
  plan: sessionPlan.extend({ startsAt: z.date(), endsAt: z.date(), endedAt: z.date().nullable() }),
})
export type LockedPlan = z.output<typeof lockedPlan>

/** Holds sessions until the transaction ends, with what is planned of them now, by start. */
export async function lockPlanned({ database }: Locking, sessionIds: string[]): Promise<LockedPlan[]> {
  const rows = await database.$queryRaw<Record<string, unknown>[]>`
    SELECT session."id", session."classId", class."timeZone", session."revision", session."seatsTaken",
      session."roomSeatsTaken", session."startedAt", session."startsAt", session."endsAt", session."wallStart",
      session."wallLater", session."trainerId", session."locationId", session."capacity", session."roomCapacity",
      session."title", session."status"::text, session."endedAt", session."cancelReason"
    FROM "ClassSession" session JOIN "Class" class ON class."id" = session."classId"
    WHERE session."id" = ANY(${sessionIds}::uuid[])
    ORDER BY session."id" FOR NO KEY UPDATE OF session`
  return rows
    .map((row) => lockedPlan.parse({ ...row, plan: row }))
    .toSorted((one, other) => one.plan.startsAt.getTime() - other.plan.startsAt.getTime())
}

/**
 * Holds the students who have a seat in one of the sessions until the transaction ends. They come before sessions in
 * the order of locks (seats.ts).
 */
export async function lockSeatedStudents({ database }: Locking, sessionIds: string[]): Promise<string[]> {
  const students = await database.$queryRaw<{ id: string }[]>`
    SELECT student."id" FROM "User" student
    WHERE student."id" IN (SELECT "studentId" FROM "Seat" WHERE "sessionId" = ANY(${sessionIds}::uuid[]))
    ORDER BY student."id" FOR NO KEY UPDATE`
  return students.map((student) => student.id)
}
