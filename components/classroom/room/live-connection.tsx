import { ConnectionState, type LocalTrackPublication, Room, RoomEvent } from 'livekit-client'
import { followNetwork } from '#components/classroom/network/follow-network.ts'
import { firstFrame } from '#components/classroom/stage/first-frame.ts'
import type { Connection } from '#components/classroom/visit/connection.ts'
import { createKeptTracks } from './kept-tracks.ts'
import { linkRoom } from './link-room.ts'
import { isHeldBack } from './permissions.ts'
import { roomOptions } from './room-options.ts'
import { RoomScreen } from './room-screen.tsx'

/** How long one's own picture waits for the first one of somebody else, so as not to compete with it. */
const PUBLISHES_WITHIN = 600

export function openConnection(sessionId: string): Connection {
  const room = new Room(roomOptions())
  const { inClass, ...link } = linkRoom(room, sessionId)
  const { follower } = inClass
  const hasBegun = () => follower.state?.begun !== false && !isHeldBack(room.localParticipant)
  const kept = createKeptTracks(room, hasBegun)
  const reception = followNetwork(room, kept, inClass)
  let hadBegun = hasBegun()

  function publish() {
    const patience = new Promise((resolve) => setTimeout(resolve, hasPictures(room) ? PUBLISHES_WITHIN : 0))
    // Whoever comes before the class begins publishes once it does.
    void Promise.all([follower.refresh(), Promise.race([firstFrame, patience])]).then(kept.publish)
  }

  follower.subscribe(() => {
    if (hasBegun() && !hadBegun) kept.publish()
    hadBegun = hasBegun()
  })
  room
    .on(RoomEvent.Connected, publish)
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, person) => {
      if (person.isLocal) kept.hearPermissions()
    })
    .on(RoomEvent.LocalTrackPublished, (publication: LocalTrackPublication) => kept.keep(publication))
    .on(RoomEvent.LocalTrackUnpublished, (publication: LocalTrackPublication) => kept.forget(publication))

  return {
    ...link,
    bring(media) {
      kept.bring(media)
      if (room.state === ConnectionState.Connected) publish()
    },
    async leave() {
      reception.close()
      kept.letGo()
      await link.leave()
    },
    render: (view) => <RoomScreen room={room} own={kept} inClass={inClass} reception={reception} {...view} />,
  }
}

function hasPictures(room: Room): boolean {
  return [...room.remoteParticipants.values()].some((person) => person.videoTrackPublications.size > 0)
}
