import { Room, RoomEvent } from 'livekit-client'
import { reconnectPolicy } from '#components/classroom/connection/livekit-transport.ts'
import type { RoomClient } from '#components/classroom/connection/room-client.ts'
import { createSessionTransport } from '#components/classroom/connection/session-transport.ts'
import { CompanionScreen } from './companion-screen.tsx'

/** Room client without automatic subscription: it receives only the visible shared screen. */
export function createRoomClient(sessionId: string): RoomClient {
  const room = new Room({ adaptiveStream: true, reconnectPolicy })
  const { services, ...transport } = createSessionTransport(room, sessionId, { autoSubscribe: false })
  room.on(RoomEvent.Connected, () => void services.roomState.refresh().then(services.chat.sync))
  return {
    ...transport,
    publishMedia() {},
    render: (view) => <CompanionScreen room={room} services={services} {...view} />,
  }
}
