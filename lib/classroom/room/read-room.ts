import 'server-only'
import { refuseRemovedOrNotAdmitted } from '#lib/classroom/guards.ts'
import type { Context } from '#lib/context/context.ts'
import { mayReadEmails } from '#lib/identity/policy.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { mayAssist } from '#lib/sessions/policy.ts'
import { readOwnSessionRow } from '#lib/sessions/read-session.ts'
import { sessionAccessOf } from '#lib/sessions/session-view.ts'
import type { RoomState } from './api.ts'
import { readState } from './read-state.ts'

/**
 * The state of the session's room, for members of the session and admins.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible` (not admitted yet)
 */
export async function readRoom(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<RoomState> {
  const { actor } = context
  const session = await readOwnSessionRow(context, sessionId)
  const access = sessionAccessOf(session)
  refuseRemovedOrNotAdmitted(actor, access)
  return readState(
    context,
    { sessionId, admission: session.class.admission },
    {
      userId: actor.id,
      seesPace: actor.role !== 'STUDENT',
      seesEmails: mayReadEmails(actor),
      seesLobby: mayAssist(actor, access, 'admit'),
    },
  )
}
