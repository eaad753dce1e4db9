import { Room, RoomEvent } from 'livekit-client'
import { createLiveKitTransport } from '#components/classroom/connection/livekit-transport.ts'
import { roomOptions } from '#components/classroom/connection/room-options.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { createLocalTracks } from '#components/classroom/media/local-tracks.ts'
import { createRoomStateStore } from '#components/classroom/room-state/room-state-store.ts'
import type { RoomDisplayView } from '#lib/classroom/room-display/api.ts'

export type DisplayRoomClient = ReturnType<typeof createDisplayClient>

/**
 * Client of the room display during class. Publishes the room's camera and microphone, and subscribes to
 * everybody.
 */
export function createDisplayClient(readRoom: () => Promise<RoomDisplayView>) {
  const room = new Room(roomOptions())
  let displayView: RoomDisplayView | null = null
  const roomState = createRoomStateStore({
    async readRoom() {
      displayView = await readRoom()
      return displayView.state
    },
    schedule: (work, milliseconds) => void setTimeout(work, milliseconds),
  })
  const localTracks = createLocalTracks(room, () => true)
  room
    .on(RoomEvent.Connected, () => void roomState.refresh())
    .on(RoomEvent.Connected, localTracks.publish)
    .on(RoomEvent.LocalTrackPublished, localTracks.addPublication)
    .on(RoomEvent.LocalTrackUnpublished, localTracks.removePublication)
  const transport = createLiveKitTransport(room, roomState)
  return {
    ...transport,
    room,
    roomState,
    localTracks,
    getDisplayView: () => displayView,
    publishMedia(media: InitialMedia) {
      localTracks.setInitialMedia(media)
      localTracks.publish()
    },
    async leave() {
      localTracks.stopAll()
      await transport.leave()
    },
  }
}
