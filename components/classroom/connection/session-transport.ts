import type { Room, RoomConnectOptions } from 'livekit-client'
import { createChatStore } from '#components/classroom/room-state/chat-store.ts'
import { createRoomApi } from '#components/classroom/room-state/room-api.ts'
import type { RoomServices } from '#components/classroom/room-state/room-services.ts'
import { createRoomStateStore } from '#components/classroom/room-state/room-state-store.ts'
import { ownerIdOf } from '#lib/livekit/ids.ts'
import { createLiveKitTransport } from './livekit-transport.ts'
import type { RoomClient } from './room-client.ts'

type SessionTransport = Omit<RoomClient, 'publishMedia'> & {
  services: Pick<RoomServices, 'roomState' | 'api' | 'chat'>
}

/** The transport of a session's room, with the stores of room state and chat that our server updates. */
export function createSessionTransport(
  room: Room,
  sessionId: string,
  options?: RoomConnectOptions,
): SessionTransport {
  const api = createRoomApi(sessionId, (...change) => roomState.expect(...change))
  const schedule = (work: () => void, milliseconds: number) => void setTimeout(work, milliseconds)
  const roomState = createRoomStateStore({ readRoom: api.readRoom, schedule })
  const chat = createChatStore({
    me: () => ownerIdOf(room.localParticipant.identity),
    roomState,
    api,
    newId: () => crypto.randomUUID(),
    schedule,
  })
  return { services: { roomState, api, chat }, ...createLiveKitTransport(room, roomState, options) }
}
