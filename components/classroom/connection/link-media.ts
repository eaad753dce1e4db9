import {
  DefaultReconnectPolicy,
  DisconnectReason,
  type Room,
  type RoomConnectOptions,
  RoomEvent,
} from 'livekit-client'
import type { RoomFollower } from '#components/classroom/room-state/room-follower.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'
import type { Connection, ConnectionNews } from './connection.ts'

// livekit-client mends short breaks itself; after about 7 s our own loop goes on, with a fresh token each time.
const MENDING_DELAYS = [0, 300, 1_000, 1_500, 2_000, 2_000]

export const mending = new DefaultReconnectPolicy(MENDING_DELAYS)

type MediaLink = Pick<Connection, 'prepare' | 'connect' | 'leave' | 'watch'>

/** The way into a room and out of it; the follower hears what our server tells in there, and reads what a break hid. */
export function linkMedia(room: Room, follower: RoomFollower, options?: RoomConnectOptions): MediaLink {
  const listeners = new Set<(news: ConnectionNews) => void>()
  let hasLeft = false

  function tell(news: ConnectionNews) {
    for (const listener of listeners) listener(news)
  }

  room
    .on(RoomEvent.Connected, () => performance.mark('room:connected'))
    .on(RoomEvent.SignalReconnecting, () => tell('mending'))
    .on(RoomEvent.Reconnecting, () => tell('mending'))
    .on(RoomEvent.Reconnected, () => tell('mended'))
    .on(RoomEvent.Reconnected, follower.refresh)
    .on(RoomEvent.DataReceived, (data, from, _kind, topic) => {
      // What comes from nobody inside comes from our server.
      if (!from && topic === ROOM_TOPIC) follower.hear(JSON.parse(new TextDecoder().decode(data)))
    })
    .on(RoomEvent.Disconnected, (reason) => {
      if (!hasLeft) tell(newsOf(reason))
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
    watch(onNews) {
      listeners.add(onNews)
      return () => {
        listeners.delete(onNews)
      }
    },
  }
}

/** Why it ended is for the API to say; the reason only tells whether to ask, to stay out, or to come back. */
function newsOf(reason: DisconnectReason | undefined): ConnectionNews {
  switch (reason) {
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'elsewhere'
    case DisconnectReason.PARTICIPANT_REMOVED:
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'put-out'
    default:
      return 'broken'
  }
}
