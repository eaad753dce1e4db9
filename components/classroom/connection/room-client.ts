import type { ComponentType } from 'react'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'
import type { Store } from '#components/classroom/ui/store.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { RemovalReason } from '#lib/kernel/enums.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

/** Events of a connection. `removed`: the server ended it; the API has the reason. */
export type ConnectionEvent = 'reconnecting' | 'reconnected' | 'removed' | 'elsewhere' | 'disconnected'

/** What the page shows a room with. */
export type RoomView<Client extends RoomClient> = {
  client: Client
  /** The room renders the entry state only where it is read, with `useEntryState()`. */
  connection: Store<{ entry: EntryState }>
  session: SessionDetail
  viewer: Viewer
  actions: RoomActions
}

export type RoomActions = {
  leave(): void
  /** Skips the pause before the next attempt. */
  retryNow(): void
  /** The following throw `ApiFailure`. */
  endForAll(): Promise<void>
  remove(userId: string, why: RemovalReason, reason: string): Promise<void>
  readmit(userId: string): Promise<void>
}

/** Client of one room. It survives a lost connection, and reconnects with the local tracks. */
export type RoomClient = {
  /** Warms up the connection; creates no participant. */
  prepare(token: RoomToken): void
  connect(token: RoomToken): Promise<void>
  /** Publishes the local tracks as soon as there is a connection, and again after each new connection. */
  publishMedia(media: InitialMedia): void
  /** Leaves the room and releases camera and microphone. */
  leave(): Promise<void>
  watch(onEvent: (news: ConnectionEvent) => void): () => void
}

/** The code of the room, loaded while the preview shows. */
export type RoomModule<Client extends RoomClient> = {
  createRoomClient(sessionId: string): Client
  RoomScreen: ComponentType<RoomView<Client>>
}
