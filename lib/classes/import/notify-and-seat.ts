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
 * Invites or notifies newly enrolled people and seats them. Call it in a transaction that has locked the class, the
 * students and its sessions. Returns the sessions without enough seats.
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
      // The time makes the key unique, so that a student who returns to the class is notified again.
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
