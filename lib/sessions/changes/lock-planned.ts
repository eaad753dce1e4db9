import 'server-only'
import { z } from 'zod'
import type { SystemContext } from '#lib/context/context.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { classMode } from '#lib/sessions/api.ts'
import { lockWaitlists } from '#lib/sessions/seats/seats.ts'
import { sessionPlan } from '#lib/sessions/session-plan.ts'

type Locking = Pick<SystemContext, 'database'>

const lockedPlan = z.object({
  id: sessionId,
  classId: z.uuid(),
  timeZone: z.string(),
  mode: classMode,
  revision: z.int(),
  seatsTaken: z.int(),
  inPersonSeatsTaken: z.int(),
  startedAt: z.date().nullable(),
  plan: sessionPlan.extend({ startsAt: z.date(), endsAt: z.date(), endedAt: z.date().nullable() }),
})
export type LockedPlan = z.output<typeof lockedPlan>

/** Locks sessions until the transaction ends. Returns their current plans by start. */
export async function lockPlanned({ database }: Locking, sessionIds: string[]): Promise<LockedPlan[]> {
  const rows = await database.$queryRaw<Record<string, unknown>[]>`
    SELECT session."id", session."classId", class."timeZone", class."mode"::text, session."revision", session."seatsTaken",
      session."inPersonSeatsTaken", session."startedAt", session."startsAt", session."endsAt", session."wallStart",
      session."wallLater", session."trainerId", session."locationId", session."capacity", session."inPersonCapacity",
      session."title", session."status"::text, session."endedAt", session."cancelReason"
    FROM "ClassSession" session JOIN "Class" class ON class."id" = session."classId"
    WHERE session."id" = ANY(${sessionIds}::uuid[])
    ORDER BY session."id" FOR NO KEY UPDATE OF session`
  return rows
    .map((row) => lockedPlan.parse({ ...row, plan: row }))
    .toSorted((one, other) => one.plan.startsAt.getTime() - other.plan.startsAt.getTime())
}

/**
 * Locks, until the transaction ends, the students with a seat in the `left` sessions (moved or cancelled) and the
 * students on the waitlists of the `changed` ones. Students come before sessions in the order of locks (seats.ts).
 * Returns the students with a seat.
 */
export async function lockAffectedStudents(
  context: Locking,
  { changed, left }: { changed: string[]; left: string[] },
): Promise<string[]> {
  const seated = await readSeatedStudents(context, left)
  await lockWaitlists(context, changed, seated)
  return seated
}

/** Students with a seat in one of the sessions. */
export async function readSeatedStudents({ database }: Locking, sessionIds: string[]): Promise<string[]> {
  const seats = await database.seat.findMany({
    where: { sessionId: { in: sessionIds } },
    distinct: ['studentId'],
    select: { studentId: true },
  })
  return seats.map((seat) => seat.studentId)
}
