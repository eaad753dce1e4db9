import type { ReactNode } from 'react'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { RemovalReason } from '#lib/kernel/enums.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { EntryState } from './entry-state.ts'

/** What a connection tells of itself. `put-out`: somebody ended it, and the API knows why. */
export type ConnectionEvent = 'reconnecting' | 'reconnected' | 'removed' | 'elsewhere' | 'disconnected'

/** What the room's screen shows, and what it can ask for. */
export type RoomView = {
  entry: EntryState
  session: SessionDetail
  viewer: Viewer
  actions: RoomActions
}

export type RoomActions = {
  leave(): void
  /** Does not wait between two tries any longer. */
  retryNow(): void
  /** These throw `ApiFailure`. */
  endForAll(): Promise<void>
  remove(userId: string, why: RemovalReason, reason: string): Promise<void>
  readmit(userId: string): Promise<void>
}

/** The way into one room; it outlives being cut off, and connects again with one's own tracks. */
export type RoomClient = {
  /** Warms the way up; makes no participant. */
  prepare(token: RoomToken): void
  connect(token: RoomToken): Promise<void>
  /** One's own tracks, published as soon as there is a connection, and again after each new one. */
  publishMedia(media: InitialMedia): void
  /** Leaves, and lets go of camera and microphone. */
  leave(): Promise<void>
  watch(onEvent: (news: ConnectionEvent) => void): () => void
  render(view: RoomView): ReactNode
}

/** The part of the page that is loaded while the preview shows. */
export type RoomModule = { createRoomClient(sessionId: string): RoomClient }
