import {
  DefaultReconnectPolicy,
  DisconnectReason,
  type Room,
  type RoomConnectOptions,
  RoomEvent,
} from 'livekit-client'
import type { RoomStateStore } from '#components/classroom/room-state/room-state-store.ts'
import { parseRoomUpdate } from '#lib/classroom/room/parse-room-update.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'
import type { ConnectionEvent, RoomClient } from './room-client.ts'

// livekit-client resumes after short breaks; after about 7 s our own loop takes over, with a fresh token each time.
const RECONNECT_DELAYS_MS = [0, 300, 1_000, 1_500, 2_000, 2_000]

export const reconnectPolicy = new DefaultReconnectPolicy(RECONNECT_DELAYS_MS)

type LiveKitTransport = Pick<RoomClient, 'prepare' | 'connect' | 'leave' | 'watch'>

/** Connects to a room and leaves it. Passes room updates of our server to `roomState`; refreshes it on reconnect. */
export function createLiveKitTransport(
  room: Room,
  roomState: RoomStateStore,
  options?: RoomConnectOptions,
): LiveKitTransport {
  const listeners = new Set<(event: ConnectionEvent) => void>()
  let hasLeft = false

  function notify(event: ConnectionEvent) {
    for (const listener of listeners) listener(event)
  }

  room
    .on(RoomEvent.Connected, () => performance.mark('room:connected'))
    .on(RoomEvent.SignalReconnecting, () => notify('reconnecting'))
    .on(RoomEvent.Reconnecting, () => notify('reconnecting'))
    .on(RoomEvent.Reconnected, () => notify('reconnected'))
    .on(RoomEvent.Reconnected, roomState.refresh)
    .on(RoomEvent.DataReceived, (data, from, _kind, topic) => {
      // Data without a sending participant comes from our server.
      const update = !from && topic === ROOM_TOPIC ? parseRoomUpdate(data) : null
      if (update) roomState.handleUpdate(update)
    })
    .on(RoomEvent.Disconnected, (reason) => {
      if (!hasLeft) notify(connectionEventOf(reason))
    })

  return {
    prepare: ({ url, token }) => void room.prepareConnection(url, token),
    async connect({ url, token }) {
      hasLeft = false
      performance.mark('room:connect')
      await room.connect(url, token, { websocketTimeout: 8_000, peerConnectionTimeout: 12_000, ...options })
    },
    async leave() {
      hasLeft = true
      await room.disconnect()
    },
    watch(onEvent) {
      listeners.add(onEvent)
      return () => {
        listeners.delete(onEvent)
      }
    },
  }
}

/** Whether to ask the API for the reason (`removed`), to stay out (`elsewhere`), or to rejoin (`disconnected`). */
function connectionEventOf(reason: DisconnectReason | undefined): ConnectionEvent {
  switch (reason) {
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'elsewhere'
    case DisconnectReason.PARTICIPANT_REMOVED:
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'removed'
    default:
      return 'disconnected'
  }
}
