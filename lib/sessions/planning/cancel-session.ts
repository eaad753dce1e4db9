import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { cancelSessionEndpoint } from '#lib/sessions/api.ts'
import { changeSessions } from '#lib/sessions/changes/change-sessions.ts'
import { refuseUnlessMayPlan } from '#lib/sessions/planning-checks.ts'
import { readSession } from '#lib/sessions/read-session.ts'
import { readScope } from './read-scope.ts'

type Input = { sessionId: SessionId } & z.output<typeof cancelSessionEndpoint.body>

/**
 * Cancels an open session, with `scope` also others of its series. Idempotent. Participants are removed from the
 * room.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if it is completed
 */
export async function cancelSession(
  context: Context,
  { sessionId, reason, scope = 'this', leaveOut = [] }: Input,
): Promise<DataOf<typeof cancelSessionEndpoint>> {
  await refuseUnlessMayPlan(context, sessionId)
  const change = await changeSessions(
    context,
    async (context) => {
      const { status } = await readSession(context as Context, sessionId)
      if (status === 'completed') throw new Refusal('conflict', 'cancelsOnlyOpen')
      if (status === 'cancelled') return []
      const sessions = await readScope(context, { sessionId, scope, leaveOut })
      return sessions.map(({ id }) => ({
        sessionId: id,
        changes: { status: 'cancelled', endedAt: context.now, cancelReason: reason },
      }))
    },
    { allowOverlap: true },
  )
  return { ...(await readSession(context, sessionId)), change }
}
