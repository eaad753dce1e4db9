import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { previewChangeEndpoint } from '#lib/sessions/api.ts'
import { countTold } from '#lib/sessions/changes/count-told.ts'
import { findBookings, findStudentsElsewhere, type Planned } from '#lib/sessions/collisions.ts'
import { refuseUnlessPlanner } from '#lib/sessions/plan.ts'
import { isMoved } from '#lib/sessions/session-plan.ts'
import { editsInScope } from './edits-in-scope.ts'
import { type InScope, readScope } from './read-scope.ts'

type Input = { sessionId: SessionId } & z.output<typeof previewChangeEndpoint.body>

/**
 * What a change or cancellation would do: to which sessions, whom it tells, what stands in the way, and where clocks
 * leave a question. Changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `invalid`
 */
export async function previewChange(
  context: Context,
  { sessionId, scope = 'one', leaveOut = [], choices = [], cancels = false, ...becomes }: Input,
): Promise<DataOf<typeof previewChangeEndpoint>> {
  await refuseUnlessPlanner(context, sessionId)
  const sessions = await readScope(context, { sessionId, scope, leaveOut })
  const { edits, questions } = editsInScope(sessions, sessionId, becomes, choices)
  const changed = edits.flatMap(({ sessionId, becomes }) => {
    const was = sessions.find(({ id }) => id === sessionId)
    return was ? [{ sessionId: was.id, was, now: plannedOf(was, becomes) }] : []
  })
  const planned = cancels ? [] : changed.map(({ now }) => now)
  const moved = changed.filter(isMoved)
  return {
    sessions: changed.map(({ now }) => ({
      id: now.id,
      startsAt: now.startsAt.toISOString(),
      endsAt: now.endsAt.toISOString(),
    })),
    tells: await countTold(context, changed),
    collisions: [
      ...(await findBookings(context, planned)),
      ...(cancels
        ? []
        : await findStudentsElsewhere(
            context,
            moved.map(({ now }) => now),
          )),
    ],
    questions,
  }
}

function plannedOf(was: InScope, becomes: Partial<Planned>): InScope {
  const { startsAt, endsAt, trainerId, locationId } = becomes
  return {
    ...was,
    startsAt: startsAt ?? was.startsAt,
    endsAt: endsAt ?? was.endsAt,
    trainerId: trainerId ?? was.trainerId,
    locationId: locationId === undefined ? was.locationId : locationId,
  }
}
