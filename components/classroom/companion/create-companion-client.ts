import { Room, RoomEvent } from 'livekit-client'
import { reconnectPolicy } from '#components/classroom/connection/livekit-transport.ts'
import { createSessionTransport } from '#components/classroom/connection/session-transport.ts'

export type CompanionClient = ReturnType<typeof createCompanionClient>

/** Room client without automatic subscription: it receives only the visible shared screen. */
export function createCompanionClient(sessionId: string) {
  const room = new Room({ adaptiveStream: true, reconnectPolicy })
  const { services, ...transport } = createSessionTransport(room, sessionId, { autoSubscribe: false })
  room.on(RoomEvent.Connected, () => void services.roomState.refresh().then(services.chat.sync))
  return {
    ...transport,
    room,
    services,
    publishMedia() {},
  }
}
