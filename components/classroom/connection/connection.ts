import type { ReactNode } from 'react'
import type { BroughtMedia } from '#components/classroom/media/brought-media.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { RemovalReason } from '#lib/kernel/enums.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { Entry } from './entry-state.ts'

/** What a connection tells of itself. `put-out`: somebody ended it, and the API knows why. */
export type ConnectionNews = 'mending' | 'mended' | 'put-out' | 'elsewhere' | 'broken'

/** What the room's screen shows, and what it can ask for. */
export type RoomView = {
  entry: Entry
  session: SessionDetail
  viewer: Viewer
  actions: RoomActions
}

export type RoomActions = {
  leave(): void
  /** Does not wait between two tries any longer. */
  tryNow(): void
  /** These throw `ApiFailure`. */
  endForAll(): Promise<void>
  remove(userId: string, why: RemovalReason, reason: string): Promise<void>
  letInAgain(userId: string): Promise<void>
}

/** The way into one room; it outlives being cut off, and connects again with one's own tracks. */
export type Connection = {
  /** Warms the way up; makes no participant. */
  prepare(token: RoomToken): void
  connect(token: RoomToken): Promise<void>
  /** One's own tracks, published as soon as there is a connection, and again after each new one. */
  bring(media: BroughtMedia): void
  /** Leaves, and lets go of camera and microphone. */
  leave(): Promise<void>
  watch(onNews: (news: ConnectionNews) => void): () => void
  render(view: RoomView): ReactNode
}

/** The part of the page that is loaded while the preview shows. */
export type RoomModule = { openConnection(sessionId: string): Connection }
