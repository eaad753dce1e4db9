import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { changeSessionEndpoint } from '#lib/sessions/api.ts'
import { changeSessions } from '#lib/sessions/changes/change-sessions.ts'
import { refuseUnlessMayPlan } from '#lib/sessions/planning-checks.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { editsInScope } from './edits-in-scope.ts'
import { readScope } from './read-scope.ts'

type Input = { sessionId: SessionId } & z.output<typeof changeSessionEndpoint.body>

/**
 * Moves a session, replaces its trainer, or changes its location, title or capacity; with `scope` also in its series.
 * Times change only while it is scheduled, other values while it is open. A replaced trainer is removed from a
 * running room, and the class goes on.
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `conflict` (over, changed concurrently, a trainer, location or
 * student double-booked, wall times that clocks skip or show twice)
 */
export async function changeSession(
  context: Context,
  { sessionId, scope = 'this', leaveOut = [], choices = [], allowOverlap, ifRevision, ...changes }: Input,
): Promise<DataOf<typeof changeSessionEndpoint>> {
  await refuseUnlessMayPlan(context, sessionId)
  const change = await changeSessions(
    context,
    async (context) => {
      const sessions = await readScope(context, { sessionId, scope, leaveOut })
      const { edits, questions } = editsInScope(sessions, sessionId, changes, choices)
      if (questions.length > 0) {
        throw new Refusal('conflict', 'clockChanges', { values: { count: questions.length }, questions })
      }
      return edits.map((edit) => (edit.sessionId === sessionId ? { ...edit, ifRevision } : edit))
    },
    { allowOverlap },
  )
  return { ...(await readSession(context, sessionId)), change }
}
