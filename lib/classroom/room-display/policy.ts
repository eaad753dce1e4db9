import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import type { RoomGrants } from '#lib/livekit/media.ts'

/** Lifetime of a code, in ms. */
export const CODE_LIFETIME_MS = 5 * MINUTE_MS

/** Grants of a room display: publish microphone and camera, and subscribe. */
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

/**
 * State of a room display. It is in class from its pairing until the end of the class or until it is unpaired.
 */
export function roomDisplayState(
  { codeExpiresAt, pairedAt, session }: RoomDisplayFacts,
  now: Date,
): RoomDisplayState {
  if (!pairedAt) return codeExpiresAt > now ? 'waiting' : 'expired'
  return session?.status === 'in_progress' ? 'in_class' : 'ended'
}
