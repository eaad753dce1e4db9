import 'server-only'
import { sessionIdOf } from '#lib/livekit/media.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { type SessionId, sessionId } from '#lib/sessions/ids.ts'

/** The sessions whose rooms are open in LiveKit, whether or not they are known here. @throws MediaUnavailable */
export async function openSessionRooms({ media }: Pick<SystemContext, 'media'>): Promise<SessionId[]> {
  const rooms = await media.listRooms()
  return rooms.flatMap(({ roomName }) => {
    const id = sessionId.safeParse(sessionIdOf(roomName))
    return id.success ? [id.data] : []
  })
}
