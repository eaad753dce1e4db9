import { Room, RoomEvent } from 'livekit-client'
import { linkMedia } from '#components/classroom/connection/link-media.ts'
import { roomOptions } from '#components/classroom/connection/room-options.ts'
import { createKeptTracks } from '#components/classroom/media/kept-tracks.ts'
import { createRoomFollower } from '#components/classroom/room-state/room-follower.ts'
import type { HallRoom } from '#lib/classroom/hall/api.ts'
import { HallScreen } from './hall-screen.tsx'
import type { HallConnection } from './hall-visit.ts'

/** The room's screen in class: it sends the room's picture and sound, and receives everybody's. */
export function openConnection(readRoom: () => Promise<HallRoom>): HallConnection {
  const room = new Room(roomOptions())
  let about: HallRoom | null = null
  const follower = createRoomFollower({
    async readRoom() {
      about = await readRoom()
      return about.state
    },
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
  })
  const kept = createKeptTracks(room, () => true)
  room
    .on(RoomEvent.Connected, () => void follower.refresh())
    .on(RoomEvent.Connected, kept.publish)
    .on(RoomEvent.LocalTrackPublished, kept.keep)
    .on(RoomEvent.LocalTrackUnpublished, kept.forget)
  const link = linkMedia(room, follower)
  return {
    ...link,
    bring(media) {
      kept.bring(media)
      kept.publish()
    },
    async leave() {
      kept.letGo()
      await link.leave()
    },
    render: (view) => <HallScreen {...{ room, follower, kept }} about={() => about} {...view} />,
  }
}
