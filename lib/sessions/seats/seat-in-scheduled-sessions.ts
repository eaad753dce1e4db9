import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { type ClassId, sessionId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { seatRequestsIn } from './seat-requests-in.ts'
import { type LockedSession, lockOpenClass, lockSessions, lockStudents, takeSeats } from './seats.ts'

type Input = { classId: ClassId; studentIds: string[]; allowOverlap: boolean }

/**
 * Seats students in every scheduled session of a class, each with their usual seat kind, within a transaction;
 * students who get no such seat join the waitlist. Returns the sessions in which a student got no seat at all.
 * @throws Refusal `invalid` if an id is not a student's, `conflict` if a student is double-booked
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

/** Locks the scheduled sessions of a locked class until the transaction ends. */
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
