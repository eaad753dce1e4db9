import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import { sessionId } from '#lib/sessions/ids.ts'
import { lockSessions } from './seats.ts'

/**
 * Takes a locked student out of every scheduled session and every line, within a transaction. Seats of sessions that
 * began stay: they are history.
 */
export async function giveUpSeats(context: Context, studentId: string): Promise<void> {
  const { database } = context
  await database.wait.deleteMany({ where: { studentId } })
  const seats = await database.seat.findMany({
    where: { studentId, session: { status: 'scheduled' } },
    select: { sessionId: true },
  })
  const sessions = await lockSessions(
    context,
    seats.map((seat) => seat.sessionId),
  )
  for (const { id } of sessions.filter((session) => session.status === 'scheduled')) {
    await database.seat.deleteMany({ where: { sessionId: id, studentId } })
    await countSeats(context, id)
    await recordAudit(context, {
      action: 'students-unseated',
      subject: 'session',
      subjectId: id,
      before: { studentIds: [studentId] },
    })
    await tellPages(context, sessionId.parse(id), [studentId])
  }
}

/** Counts the seats of a locked session, of both kinds at once. */
async function countSeats({ database }: Pick<Context, 'database'>, sessionId: string): Promise<void> {
  await database.$executeRaw`
    UPDATE "ClassSession" SET "seatsTaken" = taken."online", "roomSeatsTaken" = taken."room"
    FROM (
      SELECT count(*) FILTER (WHERE "kind" = 'online') AS "online", count(*) FILTER (WHERE "kind" = 'room') AS "room"
      FROM "Seat" WHERE "sessionId" = ${sessionId}::uuid
    ) taken
    WHERE "id" = ${sessionId}::uuid`
}
