import 'server-only'
import { Refusal } from '#lib/http/refusal.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { mayHelp } from '#lib/sessions/policy.ts'
import { readOwnSessionRow } from '#lib/sessions/read-session.ts'
import { atTheDoor } from '#lib/sessions/session-view.ts'
import type { RoomState } from './api.ts'
import { readState } from './read-state.ts'

/**
 * How things stand in the session's room, for whoever has a place in it and for admins.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function readRoom(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<RoomState> {
  const { actor } = context
  const session = await readOwnSessionRow(context, sessionId)
  if (session.removals.length > 0) throw new Refusal('forbidden', 'removedFromSession')
  return readState(
    context,
    { sessionId, admission: session.class.admission },
    {
      userId: actor.id,
      seesPace: actor.role !== 'STUDENT',
      seesDoor: mayHelp(actor, atTheDoor(session), 'admit'),
    },
  )
}
