import 'server-only'
import type { z } from 'zod'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { removeParticipantEndpoint } from '#lib/classroom/api.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/http/refusal.ts'
import { tellPages } from '#lib/news/tell-pages.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { mayLead } from '#lib/sessions/policy.ts'
import { readSessionRow } from '#lib/sessions/read-session.ts'
import type { SessionRow } from '#lib/sessions/session-view.ts'

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
    if (count > 0) {
      await recordAudit(context, {
        action: 'participant-removed',
        subject: 'session',
        subjectId: sessionId,
        after: { userId },
      })
    }
    await context.jobs.send(context, 'settle-room', { sessionId })
    await tellPages(context, sessionId)
  })
  return {}
}

/** Answers the session. @throws Refusal `not_found`, `forbidden` */
export async function refuseUnlessLeader(context: Context, sessionId: SessionId): Promise<SessionRow> {
  const session = await readSessionRow(context, sessionId)
  if (!mayLead(context.actor, session)) throw new Refusal('forbidden', 'notYourSession')
  return session
}
