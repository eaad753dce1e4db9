import 'server-only'
import type { ClassId } from '#lib/classes/ids.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { type LockedSession, lockClass, lockSessions, lockStudents, takeSeats } from './seats.ts'

type Input = { classId: ClassId; studentIds: string[]; allowOverlap: boolean }

/**
 * Seats students in every scheduled session of a class, within a transaction. Answers the sessions in which
 * somebody found no place.
 * @throws Refusal `invalid` where somebody is no student, `conflict` where somebody is booked twice
 */
export async function seatInScheduledSessions(
  context: Context,
  { classId, studentIds, allowOverlap }: Input,
): Promise<LockedSession[]> {
  await lockClass(context, classId)
  await lockStudents(context, studentIds)
  const scheduled = await context.database.classSession.findMany({
    where: { classId, status: 'scheduled' },
    select: { id: true },
  })
  const sessions = await lockSessions(
    context,
    scheduled.map((session) => session.id),
  )
  const full: LockedSession[] = []
  for (const session of sessions.filter((session) => session.status === 'scheduled')) {
    const { left } = await takeSeats(context, session, studentIds, { allowOverlap, partly: true })
    if (left.length > 0) full.push(session)
    await tellPages(context, sessionId.parse(session.id))
  }
  return full.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}
