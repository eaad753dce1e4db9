import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'

/** A LiveKit token for the actor's own check room, which belongs to no session. It only allows joining. */
export async function issueCheckToken({ actor, media }: Context): Promise<RoomToken> {
  return media.signCheckToken(actor.id)
}
