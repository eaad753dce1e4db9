import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'

/** A LiveKit token for a room of the actor's own that is no session's, in which nothing can be done. */
export async function issueCheckToken({ actor, media }: Context): Promise<RoomToken> {
  return media.signCheckToken(actor.id)
}
