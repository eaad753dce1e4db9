import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { tellPages } from '#lib/page-events/tell-pages.ts'
import { narrowRooms } from '#lib/room-access/narrow-rooms.ts'
import type { ClassSession, unseatStudentsEndpoint } from '#lib/sessions/api.ts'
import { refuseUnlessPlanner } from '#lib/sessions/plan.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { promoteFreed } from './promote-freed.ts'
import { promoteLines } from './promote-line.ts'
import { lockOpenSession } from './seat-students.ts'
import { giveUpSeats, lockLines } from './seats.ts'

type Input = { sessionId: SessionId } & z.output<typeof unseatStudentsEndpoint.body>

/**
 * Takes seats back, and places in line with them; who has none stays without. Freed places go to those in line at
 * once, and whoever is inside is put out.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where the session is over
 */
export async function unseatStudents(
  context: Context,
  { sessionId, studentIds }: Input,
): Promise<ClassSession> {
  await refuseUnlessPlanner(context, sessionId)
  return inTransaction(context, async (context) => {
    await lockLines(context, [sessionId], studentIds)
    await lockOpenSession(context, sessionId)
    const unseated = await giveUpSeats(context, sessionId, studentIds)
    if (unseated.length > 0) {
      await recordAudit(context, {
        action: 'students_unseated',
        subject: 'session',
        subjectId: sessionId,
        before: { studentIds: unseated },
      })
      await narrowRooms(context, [sessionId])
      await tellPages(context, sessionId, unseated)
      await promoteLines(context, [sessionId])
      await promoteFreed(context, unseated)
    }
    return readSession(context, sessionId)
  })
}
