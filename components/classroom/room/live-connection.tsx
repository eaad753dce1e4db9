import { type LocalTrackPublication, Room, RoomEvent } from 'livekit-client'
import type { Connection } from '#components/classroom/connection/connection.ts'
import { linkRoom } from '#components/classroom/connection/link-room.ts'
import { roomOptions } from '#components/classroom/connection/room-options.ts'
import { whenPictureShows } from '#components/classroom/livekit/first-frame.ts'
import { isHeldBack } from '#components/classroom/livekit/permissions.ts'
import { createKeptTracks } from '#components/classroom/media/kept-tracks.ts'
import { followNetwork } from '#components/classroom/network/follow-network.ts'
import { RoomScreen } from './room-screen.tsx'

export function openConnection(sessionId: string): Connection {
  const room = new Room(roomOptions())
  const { inClass, ...link } = linkRoom(room, sessionId)
  const { follower, chat } = inClass
  const hasBegun = () => follower.state?.begun !== false && !isHeldBack(room.localParticipant)
  const kept = createKeptTracks(room, hasBegun)
  const reception = followNetwork(room, kept, inClass)
  let hadBegun = hasBegun()
  /** The room's state is read after the first picture. */
  let ready = Promise.resolve()

  // Whoever comes before the class begins publishes once it does.
  function publish() {
    void ready.then(kept.publish)
  }

  follower.subscribe(() => {
    if (hasBegun() && !hadBegun) kept.publish()
    hadBegun = hasBegun()
  })
  room
    .on(RoomEvent.Connected, () => {
      ready = whenPictureShows(room).then(follower.refresh)
      publish()
      void ready.then(chat.sync)
    })
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, person) => {
      if (person.isLocal) kept.hearPermissions()
    })
    .on(RoomEvent.LocalTrackPublished, (publication: LocalTrackPublication) => kept.keep(publication))
    .on(RoomEvent.LocalTrackUnpublished, (publication: LocalTrackPublication) => kept.forget(publication))

  return {
    ...link,
    bring(media) {
      kept.bring(media)
      publish()
    },
    async leave() {
      reception.close()
      kept.letGo()
      await link.leave()
    },
    render: (view) => <RoomScreen room={room} own={kept} inClass={inClass} reception={reception} {...view} />,
  }
}
