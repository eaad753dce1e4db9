import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { invite } from '#lib/identity/password-links/invite.ts'
import { type ClassId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { seatInScheduledSessions } from '#lib/sessions/seats/seat-in-scheduled-sessions.ts'
import type { LockedSession } from '#lib/sessions/seats/seats.ts'
import type { Enrolling } from './staged-rows.ts'

type Lot = { classId: ClassId; lot: Enrolling; allowOverlap: boolean; hasSessions: boolean }

/**
 * Invites or tells people who were just enrolled, and seats them, within a transaction that holds the class, the
 * students and its sessions. Answers the sessions in which somebody found no seat.
 */
export async function followEnrolment(
  context: Context,
  { classId, lot, allowOverlap, hasSessions }: Lot,
): Promise<LockedSession[]> {
  const { studentIds } = lot
  const created = lot.created.map((id) => userId.parse(id))
  const known = lot.known.map((id) => userId.parse(id))
  if (created.length > 0) {
    const facts = { studentIds: created }
    await recordAudit(context, {
      action: 'students_created',
      subject: 'class',
      subjectId: classId,
      after: facts,
    })
    await invite(context, created, classId)
  }
  await writeNotices(
    context,
    known.map((userId) => ({
      userId,
      kind: 'enrolled',
      facts: { classId },
      // Whoever left the class and comes back is told again.
      key: `enrolled:${classId}:${context.now.toISOString()}`,
    })),
  )
  await recordAudit(context, {
    action: 'students_enrolled',
    subject: 'class',
    subjectId: classId,
    after: { studentIds },
  })
  return hasSessions ? seatInScheduledSessions(context, { classId, studentIds, allowOverlap }) : []
}
