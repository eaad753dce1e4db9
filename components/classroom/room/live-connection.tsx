import {
  AudioPresets,
  ConnectionState,
  DefaultReconnectPolicy,
  DisconnectReason,
  type LocalTrackPublication,
  Room,
  RoomEvent,
  type RoomOptions,
  ScreenSharePresets,
  VideoPresets,
} from 'livekit-client'
import { createChatStore } from '#components/classroom/chat/chat-store.ts'
import { rememberedChoices } from '#components/classroom/devices/remembered.ts'
import { createRoomApi } from '#components/classroom/follow/room-api.ts'
import { createRoomFollower } from '#components/classroom/follow/room-follower.ts'
import { firstFrame } from '#components/classroom/stage/first-frame.ts'
import type { Connection, ConnectionNews } from '#components/classroom/visit/connection.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'
import { createKeptTracks } from './kept-tracks.ts'
import { isHeldBack } from './permissions.ts'
import { RoomScreen } from './room-screen.tsx'

// livekit-client mends short breaks itself; after about 7 s our own loop goes on, with a fresh token each time.
const MENDING_DELAYS = [0, 300, 1_000, 1_500, 2_000, 2_000]

/** How long one's own picture waits for the first one of somebody else, so as not to compete with it. */
const PUBLISHES_WITHIN = 600

export function openConnection(sessionId: string): Connection {
  const room = new Room(roomOptions())
  const api = createRoomApi(sessionId, () => void follower.refresh())
  const follower = createRoomFollower({
    readRoom: api.readRoom,
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
  })
  const chat = createChatStore({
    me: () => room.localParticipant.identity,
    follower,
    api,
    newId: () => crypto.randomUUID(),
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
  })
  const inClass = { follower, api, chat }
  const hasBegun = () => follower.state?.begun !== false && !isHeldBack(room.localParticipant)
  const kept = createKeptTracks(room, hasBegun)
  const listeners = new Set<(news: ConnectionNews) => void>()
  let hasLeft = false
  let had = false

  function tell(news: ConnectionNews) {
    for (const listener of listeners) listener(news)
  }

  function publish() {
    const patience = new Promise((resolve) => setTimeout(resolve, hasPictures(room) ? PUBLISHES_WITHIN : 0))
    // Whoever comes before the class begins publishes once it does.
    void Promise.all([follower.refresh().then(chat.sync), Promise.race([firstFrame, patience])]).then(
      kept.publish,
    )
  }

  follower.subscribe(() => {
    if (hasBegun() && !had) kept.publish()
    had = hasBegun()
  })
  room
    .on(RoomEvent.SignalReconnecting, () => tell('mending'))
    .on(RoomEvent.Reconnecting, () => tell('mending'))
    .on(RoomEvent.Reconnected, () => tell('mended'))
    .on(RoomEvent.Connected, publish)
    .on(RoomEvent.Reconnected, follower.refresh)
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, person) => {
      if (person.isLocal) kept.hearPermissions()
    })
    .on(RoomEvent.DataReceived, (data, from, _kind, topic) => {
      // What comes from nobody inside comes from our server.
      if (!from && topic === ROOM_TOPIC) follower.hear(JSON.parse(new TextDecoder().decode(data)))
    })
    .on(RoomEvent.LocalTrackPublished, (publication: LocalTrackPublication) => kept.keep(publication))
    .on(RoomEvent.LocalTrackUnpublished, (publication: LocalTrackPublication) => kept.forget(publication))
    .on(RoomEvent.Disconnected, (reason) => {
      if (!hasLeft) tell(newsOf(reason))
    })

  return {
    prepare: ({ url, token }) => void room.prepareConnection(url, token),
    async connect({ url, token }) {
      hasLeft = false
      await room.connect(url, token, { websocketTimeout: 8_000, peerConnectionTimeout: 12_000 })
    },
    bring(media) {
      kept.bring(media)
      if (room.state === ConnectionState.Connected) publish()
    },
    async leave() {
      hasLeft = true
      kept.letGo()
      await room.disconnect()
    },
    watch(onNews) {
      listeners.add(onNews)
      return () => {
        listeners.delete(onNews)
      }
    },
    render: (view) => <RoomScreen room={room} own={kept} inClass={inClass} {...view} />,
  }
}

function roomOptions(): RoomOptions {
  const { camera, microphone, speaker } = rememberedChoices()
  return {
    adaptiveStream: true,
    dynacast: true,
    // They live on when a connection is lost; leaving lets go of them.
    stopLocalTrackOnUnpublish: false,
    audioCaptureDefaults: {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...(microphone && { deviceId: microphone.id }),
    },
    videoCaptureDefaults: {
      resolution: VideoPresets.h720.resolution,
      ...(camera && { deviceId: camera.id }),
    },
    ...(speaker && { audioOutput: { deviceId: speaker.id } }),
    publishDefaults: {
      audioPreset: AudioPresets.speech,
      videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
      screenShareEncoding: ScreenSharePresets.h1080fps15.encoding,
    },
    reconnectPolicy: new DefaultReconnectPolicy(MENDING_DELAYS),
  }
}

function hasPictures(room: Room): boolean {
  return [...room.remoteParticipants.values()].some((person) => person.videoTrackPublications.size > 0)
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
