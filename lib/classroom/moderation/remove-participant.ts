import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { removeParticipantEndpoint } from '#lib/classroom/api.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { UserId } from '#lib/identity/ids.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { mayLead } from '#lib/sessions/policy.ts'
import { readSessionRow } from '#lib/sessions/read-session.ts'

type Input = { sessionId: SessionId } & z.output<typeof removeParticipantEndpoint.body>

/**
 * Puts a student out of the session's room; they stay out, with any token, until let in again.
 * @throws Refusal `not_found`, `forbidden`, `conflict` where they hold no seat
 */
export async function removeParticipant(
  context: Context,
  { sessionId, userId, reason = undefined }: Input,
): Promise<Record<string, never>> {
  await refuseUnlessLeader(context, sessionId)
  await inTransaction(context, async (context) => {
    const seat = await context.database.seat.findUnique({
      where: { sessionId_studentId: { sessionId, studentId: userId } },
      select: { studentId: true },
    })
    if (!seat) throw new Refusal('conflict', 'onlyInside')
    const { count } = await context.database.removal.createMany({
      data: { sessionId, userId, reason, createdAt: context.now },
      skipDuplicates: true,
    })
    if (count > 0) await recordRemoval(context, 'participant-removed', sessionId, userId)
    await context.jobs.send(context, 'settle-room', { sessionId })
    await tellPages(context, sessionId)
  })
  return {}
}

/** @throws Refusal `not_found`, `forbidden` */
export async function refuseUnlessLeader(context: Context, sessionId: SessionId): Promise<void> {
  const session = await readSessionRow(context, sessionId)
  if (!mayLead(context.actor, session)) throw new Refusal('forbidden', 'notYourSession')
}

/** Both ways of a removal leave the same kind of trace. */
export async function recordRemoval(
  context: Context,
  action: 'participant-removed' | 'participant-let-in',
  sessionId: SessionId,
  userId: UserId,
): Promise<void> {
  await recordAudit(context, { action, subject: 'session', subjectId: sessionId, details: { userId } })
}
