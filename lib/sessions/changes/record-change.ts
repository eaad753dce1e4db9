import 'server-only'
import type { AuditFacts } from '#lib/audit/facts.ts'
import { recordAudits } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { publishToPages } from '#lib/page-events/publish-to-pages.ts'
import { markRightsReduced } from '#lib/room-access/mark-rights-reduced.ts'
import type { ChangedSession, SessionPlan } from '#lib/sessions/session-plan.ts'
import type { ChangeRules } from './change-sessions.ts'
import { countRecipients, type Recipients } from './count-recipients.ts'
import { isNotifiable } from './notices-of-change.ts'
import { UNDO_WINDOW_MS } from './undo-window.ts'

export type RecordedChange = { id: string; undoUntil: string; sessions: number; recipients: Recipients }

/**
 * Records a change of sessions: audit trail, undo, notices and page events. An undo sends no notices and cannot be
 * undone itself: null.
 */
export async function recordChange(
  context: SystemContext & { actor?: Actor },
  changed: ChangedSession[],
  { isUndo = false }: ChangeRules,
): Promise<RecordedChange | null> {
  const { database, now, actor } = context
  await recordAudits(
    context,
    changed.map(({ sessionId, revision, was, now }) => ({
      action: isUndo ? 'change_undone' : isCancelled(now) ? 'session_cancelled' : 'session_changed',
      subject: 'session',
      subjectId: sessionId,
      revision,
      ...changedFacts(was, now),
    })),
  )
  await markRightsReduced(
    context,
    changed.map(({ sessionId }) => sessionId),
  )
  for (const { sessionId, was } of changed) await publishToPages(context, sessionId, [was.trainerId])
  if (isUndo) return null
  const notifyAt = new Date(now.getTime() + UNDO_WINDOW_MS)
  const { id } = await database.change.create({
    data: {
      actorId: actor?.id ?? null,
      kind: changed.some((session) => isCancelled(session.now)) ? 'cancelled' : 'changed',
      sessions: JSON.parse(JSON.stringify(changed)),
      createdAt: now,
      notifyAt,
    },
    select: { id: true },
  })
  await context.jobs.send(context, 'notify-of-change', [{ changeId: id }], { startAfter: notifyAt })
  const notifiable = changed.filter(isNotifiable)
  return {
    id,
    undoUntil: notifyAt.toISOString(),
    sessions: changed.length,
    recipients: await countRecipients(context, notifiable),
  }
}

function isCancelled({ status }: SessionPlan): boolean {
  return status === 'cancelled'
}

/** Audited fields. For a title the trail records only that it changed, for a cancellation reason nothing. */
const facts = [
  'status',
  'startsAt',
  'endsAt',
  'trainerId',
  'locationId',
  'capacity',
  'inPersonCapacity',
] as const

function changedFacts(was: SessionPlan, now: SessionPlan): { before: AuditFacts; after: AuditFacts } {
  const changed = facts.filter((fact) => was[fact]?.valueOf() !== now[fact]?.valueOf())
  const of = (plan: SessionPlan): AuditFacts =>
    Object.fromEntries(changed.flatMap((fact) => (plan[fact] === null ? [] : [[fact, written(plan[fact])]])))
  return { before: of(was), after: { ...of(now), ...(was.title !== now.title && { titleChanged: true }) } }
}

function written(value: Date | string | number): string | number {
  return value instanceof Date ? value.toISOString() : value
}
