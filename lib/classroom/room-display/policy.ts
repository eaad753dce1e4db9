import type { SessionStatus } from '#lib/kernel/enums.ts'
import type { RoomGrants } from '#lib/livekit/media.ts'

/** How long a code can be used, in ms. */
export const CODE_LIFETIME_MS = 5 * 60_000

/** What the room's screen may do: be seen and heard, see and hear. */
export const roomDisplayGrants: RoomGrants = {
  publish: ['microphone', 'camera'],
  subscribe: true,
  publishData: false,
  updateOwnMetadata: false,
}

type RoomDisplayFacts = {
  codeExpiresAt: Date
  pairedAt: Date | null
  session: { status: SessionStatus } | null
}

export type RoomDisplayState = 'waiting' | 'expired' | 'in_class' | 'ended'

/** Where a room's screen stands: it is part of a class from its pairing to the end of class, or until it is unpaired. */
export function roomDisplayState(
  { codeExpiresAt, pairedAt, session }: RoomDisplayFacts,
  now: Date,
): RoomDisplayState {
  if (!pairedAt) return codeExpiresAt > now ? 'waiting' : 'expired'
  return session?.status === 'in_progress' ? 'in_class' : 'ended'
}
