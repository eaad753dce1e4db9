import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { type ClassId, sessionId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { seatRequestsIn } from './seat-requests-in.ts'
import { type LockedSession, lockOpenClass, lockSessions, lockStudents, takeSeats } from './seats.ts'

type Input = { classId: ClassId; studentIds: string[]; allowOverlap: boolean }

/**
 * Seats students in every scheduled session of a class where they usually sit, within a transaction; who finds no
 * place stands in line. Answers the sessions in which somebody found none.
 * @throws Refusal `invalid` where somebody is no student, `conflict` where somebody is booked twice
 */
export async function seatInScheduledSessions(
  context: Context,
  { classId, studentIds, allowOverlap }: Input,
): Promise<LockedSession[]> {
  await lockOpenClass(context, classId)
  await lockStudents(context, studentIds)
  const requests = await seatRequestsIn(context, classId, studentIds)
  const full: LockedSession[] = []
  for (const session of await lockScheduled(context, classId)) {
    const { left } = await takeSeats(context, session, requests, { allowOverlap, waitlistRest: true })
    if (left.length > 0) full.push(session)
    await publishToPages(context, sessionId.parse(session.id))
  }
  return full.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

/** Holds the scheduled sessions of a class that is held until the transaction ends. */
export async function lockScheduled(context: Context, classId: ClassId): Promise<LockedSession[]> {
  const scheduled = await context.database.classSession.findMany({
    where: { classId, status: 'scheduled' },
    select: { id: true },
  })
  const sessions = await lockSessions(
    context,
    scheduled.map((session) => session.id),
  )
  return sessions.filter((session) => session.status === 'scheduled')
}
