import { type LocalTrackPublication, Room, RoomEvent } from 'livekit-client'
import { followNetwork } from '#components/classroom/network/follow-network.ts'
import { whenPictureShows } from '#components/classroom/stage/first-frame.ts'
import type { Connection } from '#components/classroom/visit/connection.ts'
import { createKeptTracks } from './kept-tracks.ts'
import { linkRoom } from './link-room.ts'
import { isHeldBack } from './permissions.ts'
import { roomOptions } from './room-options.ts'
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
