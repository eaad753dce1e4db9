import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { createInvitations } from '#lib/identity/password-links/create-invitations.ts'
import { type ClassId, userId } from '#lib/kernel/ids.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { seatInScheduledSessions } from '#lib/sessions/seats/seat-in-scheduled-sessions.ts'
import type { LockedSession } from '#lib/sessions/seats/seats.ts'
import type { EnrolmentBatch } from './staged-rows.ts'

type NotifyAndSeatInput = {
  classId: ClassId
  batch: EnrolmentBatch
  allowOverlap: boolean
  hasSessions: boolean
}

/**
 * Invites or tells people who were just enrolled, and seats them, within a transaction that holds the class, the
 * students and its sessions. Answers the sessions in which somebody found no seat.
 */
export async function notifyAndSeat(
  context: Context,
  { classId, batch, allowOverlap, hasSessions }: NotifyAndSeatInput,
): Promise<LockedSession[]> {
  const { studentIds } = batch
  const created = batch.created.map((id) => userId.parse(id))
  const known = batch.known.map((id) => userId.parse(id))
  if (created.length > 0) {
    const facts = { studentIds: created }
    await recordAudit(context, {
      action: 'students_created',
      subject: 'class',
      subjectId: classId,
      after: facts,
    })
    await createInvitations(context, created, classId)
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
