import 'server-only'
import { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { mayPlan } from '#lib/sessions/policy.ts'
import { type ChangedSession, changedSession, type SessionPlan } from '#lib/sessions/session-plan.ts'
import type { undoChangeEndpoint } from './api.ts'
import { changeSessions, type Edit } from './change-sessions.ts'

/**
 * Restores sessions to what they were before a change, before notices are sent. Idempotent.
 * @throws Refusal `not_found`, `forbidden` (another admin's change), `conflict` (notices sent, changed since, or the
 * former slot is taken)
 */
export async function undoChange(
  context: Context,
  { changeId }: { changeId: string },
): Promise<DataOf<typeof undoChangeEndpoint>> {
  const change = await context.database.change.findUnique({ where: { id: changeId } })
  if (!change) throw new Refusal('not_found', 'noSuchChange')
  if (!mayPlan(context.actor) || change.actorId !== context.actor.id) {
    throw new Refusal('forbidden', 'notYourChange')
  }
  const sessions = z.array(changedSession).parse(change.sessions)
  await changeSessions(
    context,
    async ({ database, now }) => {
      const { count } = await database.change.updateMany({
        where: { id: changeId, notifiedAt: null, undoneAt: null },
        data: { undoneAt: now },
      })
      if (count === 1) return sessions.map(toUndoEdit)
      const { notifiedAt } = await database.change.findUniqueOrThrow({ where: { id: changeId } })
      if (notifiedAt) throw new Refusal('conflict', 'undoTooLate')
      return []
    },
    { allowOverlap: true, isUndo: true },
  )
  return { sessions: sessions.length }
}

/**
 * Restores only the fields that the change touched; others keep later values, such as the status of a started
 * session.
 */
function toUndoEdit({ sessionId, revision, was, now }: ChangedSession): Edit {
  const touched = Object.entries(was).filter(
    ([fact, value]) => value?.valueOf() !== now[fact as keyof SessionPlan]?.valueOf(),
  )
  return { sessionId, changes: Object.fromEntries(touched), ifRevision: revision }
}
