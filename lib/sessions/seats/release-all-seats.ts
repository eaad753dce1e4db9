import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { markRightsReduced } from '#lib/room-access/mark-rights-reduced.ts'
import { promoteSessionsAfterCommit } from './promote-after-commit.ts'
import { countSeats, lockSessions } from './seats.ts'

/**
 * Removes a locked student from every scheduled session and every waitlist, within a transaction; after the commit
 * the seats go to waitlisted students. Seats in sessions that have started stay, as history.
 */
export async function releaseAllSeats(context: Context, studentId: string): Promise<void> {
  const { database } = context
  await database.waitlistEntry.deleteMany({ where: { studentId } })
  const seats = await database.seat.findMany({
    where: { studentId, session: { status: 'scheduled' } },
    select: { sessionId: true },
  })
  const sessions = await lockSessions(
    context,
    seats.map((seat) => seat.sessionId),
  )
  const scheduled = sessions
    .filter(({ status }) => status === 'scheduled')
    .map(({ id }) => sessionId.parse(id))
  for (const id of scheduled) {
    await database.seat.deleteMany({ where: { sessionId: id, studentId } })
    await countSeats(context, id)
    await recordAudit(context, {
      action: 'students_unseated',
      subject: 'session',
      subjectId: id,
      before: { studentIds: [studentId] },
    })
    await publishToPages(context, id, [studentId])
  }
  // Online rooms are open while their session is scheduled.
  await markRightsReduced(context, scheduled)
  await promoteSessionsAfterCommit(context, scheduled)
}
