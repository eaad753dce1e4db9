import { type LocalTrackPublication, Room, RoomEvent } from 'livekit-client'
import { roomOptions } from '#components/classroom/connection/room-options.ts'
import { createSessionTransport } from '#components/classroom/connection/session-transport.ts'
import { waitForFirstFrame } from '#components/classroom/livekit/first-frame.ts'
import { isHeldUntilStart } from '#components/classroom/livekit/permissions.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { createLocalTracks } from '#components/classroom/media/local-tracks.ts'
import { adaptToNetwork } from '#components/classroom/network/adapt-to-network.ts'

export type SessionRoomClient = ReturnType<typeof createRoomClient>

/** Client of a session's room, with the local tracks and the receive mode. */
export function createRoomClient(sessionId: string) {
  const room = new Room(roomOptions())
  const { services, ...transport } = createSessionTransport(room, sessionId)
  const { roomState, chat } = services
  const isClassStarted = () =>
    roomState.state.room?.classStarted !== false && !isHeldUntilStart(room.localParticipant)
  const localTracks = createLocalTracks(room, isClassStarted)
  const receiveMode = adaptToNetwork(room, localTracks, services)
  let wasClassStarted = isClassStarted()
  /** Resolves once the room state is read, after the first picture. */
  let ready = Promise.resolve()

  // Participants who join before the class has started publish once it starts.
  function publish() {
    void ready.then(localTracks.publish)
  }

  roomState.subscribe(() => {
    if (isClassStarted() && !wasClassStarted) localTracks.publish()
    wasClassStarted = isClassStarted()
  })
  room
    .on(RoomEvent.Connected, () => {
      ready = waitForFirstFrame(room).then(roomState.refresh)
      publish()
      void ready.then(chat.sync)
    })
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, person) => {
      if (person.isLocal) localTracks.handlePermissionsChanged()
    })
    .on(RoomEvent.LocalTrackPublished, (publication: LocalTrackPublication) =>
      localTracks.addPublication(publication),
    )
    .on(RoomEvent.LocalTrackUnpublished, (publication: LocalTrackPublication) =>
      localTracks.removePublication(publication),
    )

  return {
    ...transport,
    room,
    localTracks,
    services: { ...services, receiveMode },
    publishMedia(media: InitialMedia) {
      localTracks.setInitialMedia(media)
      publish()
    },
    async leave() {
      receiveMode.reset()
      localTracks.stopAll()
      await transport.leave()
    },
  }
}
