import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId } from '#lib/kernel/ids.ts'
import { sessionIdOf } from '#lib/livekit/media.ts'

/** The sessions whose rooms are open in LiveKit, including unknown sessions. @throws MediaUnavailable */
export async function openSessionRooms({ media }: Pick<SystemContext, 'media'>): Promise<SessionId[]> {
  const rooms = await media.listRooms()
  return rooms.flatMap(({ roomName }) => {
    const id = sessionId.safeParse(sessionIdOf(roomName))
    return id.success ? [id.data] : []
  })
}
