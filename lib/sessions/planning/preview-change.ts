import 'server-only'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { previewChangeEndpoint } from '#lib/sessions/api.ts'
import { countRecipients } from '#lib/sessions/changes/count-recipients.ts'
import { findBookings, findStudentsElsewhere, type PlannedSlot } from '#lib/sessions/collisions.ts'
import { refuseUnlessMayPlan } from '#lib/sessions/planning-checks.ts'
import { isMoved } from '#lib/sessions/session-plan.ts'
import { editsInScope } from './edits-in-scope.ts'
import { readScope, type SessionInScope } from './read-scope.ts'

type Input = { sessionId: SessionId } & z.output<typeof previewChangeEndpoint.body>

/**
 * The effects of a change or cancellation: affected sessions, recipients, collisions, and wall times that clocks skip
 * or show twice. Read-only.
 * @throws Refusal `not_found`, `forbidden`, `invalid`
 */
export async function previewChange(
  context: Context,
  { sessionId, scope = 'this', leaveOut = [], choices = [], cancels = false, ...changes }: Input,
): Promise<DataOf<typeof previewChangeEndpoint>> {
  await refuseUnlessMayPlan(context, sessionId)
  const sessions = await readScope(context, { sessionId, scope, leaveOut })
  const { edits, questions } = editsInScope(sessions, sessionId, changes, choices)
  const changed = edits.flatMap(({ sessionId, changes }) => {
    const was = sessions.find(({ id }) => id === sessionId)
    return was ? [{ sessionId: was.id, was, now: plannedOf(was, changes) }] : []
  })
  const planned = cancels ? [] : changed.map(({ now }) => now)
  const moved = changed.filter(isMoved)
  return {
    sessions: changed.map(({ now }) => ({
      id: now.id,
      startsAt: now.startsAt.toISOString(),
      endsAt: now.endsAt.toISOString(),
    })),
    recipients: await countRecipients(context, changed),
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

function plannedOf(was: SessionInScope, changes: Partial<PlannedSlot>): SessionInScope {
  const { startsAt, endsAt, trainerId, locationId } = changes
  return {
    ...was,
    startsAt: startsAt ?? was.startsAt,
    endsAt: endsAt ?? was.endsAt,
    trainerId: trainerId ?? was.trainerId,
    locationId: locationId === undefined ? was.locationId : locationId,
  }
}
