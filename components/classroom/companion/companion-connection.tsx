import { Room, RoomEvent } from 'livekit-client'
import type { Connection } from '#components/classroom/connection/connection.ts'
import { mending } from '#components/classroom/connection/link-media.ts'
import { linkRoom } from '#components/classroom/connection/link-room.ts'
import { CompanionScreen } from './companion-screen.tsx'

/** Receives nothing but what is asked for one by one: the shared screen that is seen. */
export function openConnection(sessionId: string): Connection {
  const room = new Room({ adaptiveStream: true, reconnectPolicy: mending })
  const { inClass, ...link } = linkRoom(room, sessionId, { autoSubscribe: false })
  room.on(RoomEvent.Connected, () => void inClass.follower.refresh().then(inClass.chat.sync))
  return {
    ...link,
    bring() {},
    render: (view) => <CompanionScreen room={room} inClass={inClass} {...view} />,
  }
}
