import 'server-only'
import { hallName } from '#lib/classroom/room/read-hall.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { hallOf } from '#lib/livekit/ids.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import { findHallInClass } from './find-hall.ts'
import { hallGrants } from './policy.ts'

/**
 * A LiveKit token for a paired screen of a room, valid for 2 hours. LiveKit itself is not asked.
 * @throws Refusal `conflict`, `not_found`, `session_not_accessible` as findHallInClass does
 */
export async function issueHallToken(
  context: SystemContext,
  { secret }: { secret: string },
): Promise<RoomToken> {
  const { id, session } = await findHallInClass(context, secret)
  return context.media.signPass({
    sessionId: session.id,
    identity: hallOf(id),
    name: hallName(session),
    grants: hallGrants,
    // As many as for everybody else: whichever token comes first makes the room.
    places: session.capacity + session.inPersonCapacity + 1,
  })
}
