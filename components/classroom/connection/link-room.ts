import type { Room, RoomConnectOptions } from 'livekit-client'
import { createChatStore } from '#components/classroom/room-state/chat-store.ts'
import type { InClass } from '#components/classroom/room-state/class-context.ts'
import { createRoomApi } from '#components/classroom/room-state/room-api.ts'
import { createRoomFollower } from '#components/classroom/room-state/room-follower.ts'
import { ownerOf } from '#lib/livekit/ids.ts'
import type { Connection } from './connection.ts'
import { linkMedia } from './link-media.ts'

type RoomLink = Omit<Connection, 'bring' | 'render'> & { inClass: InClass }

/** The way into a session's room, with what our server tells there: how things stand, and what is written. */
export function linkRoom(room: Room, sessionId: string, options?: RoomConnectOptions): RoomLink {
  const api = createRoomApi(sessionId, () => void follower.refresh())
  const later = (work: () => void, milliseconds: number) => void setTimeout(work, milliseconds)
  const follower = createRoomFollower({ readRoom: api.readRoom, later })
  const chat = createChatStore({
    me: () => ownerOf(room.localParticipant.identity),
    follower,
    api,
    newId: () => crypto.randomUUID(),
    later,
  })
  return { inClass: { follower, api, chat }, ...linkMedia(room, follower, options) }
}
