import 'server-only'
import { roomDisplayName } from '#lib/classroom/room/read-room-display.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { roomDisplayIdentityOf } from '#lib/livekit/ids.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import { findPairedRoomDisplay } from './find-paired-room-display.ts'
import { roomDisplayGrants } from './policy.ts'

/**
 * A LiveKit token for a paired room display, valid for 2 hours. Does not call LiveKit.
 * @throws Refusal `conflict`, `not_found`, `session_not_accessible`, like findPairedRoomDisplay()
 */
export async function issueRoomDisplayToken(
  context: SystemContext,
  { secret }: { secret: string },
): Promise<RoomToken> {
  const { id, session } = await findPairedRoomDisplay(context, secret)
  return context.media.signToken({
    sessionId: session.id,
    identity: roomDisplayIdentityOf(id),
    name: roomDisplayName(session),
    grants: roomDisplayGrants,
    // The same capacity as in other tokens: the first token that is used creates the room.
    capacity: session.capacity + session.inPersonCapacity + 1,
  })
}
