import type { SessionStatus } from '#lib/kernel/enums.ts'
import type { RoomGrants } from '#lib/livekit/media.ts'

/** How long a code can be used, in ms. */
export const CODE_LIVES_MS = 5 * 60_000

/** What the room's screen may do: be seen and heard, see and hear. */
export const hallGrants: RoomGrants = {
  publish: ['microphone', 'camera'],
  subscribe: true,
  publishData: false,
  updateOwnMetadata: false,
}

type KnownHall = {
  codeExpiresAt: Date
  pairedAt: Date | null
  session: { status: SessionStatus } | null
}

export type HallStanding = 'waits' | 'expired' | 'in-class' | 'over'

/** Where a room's screen stands: it is part of a class from its pairing to the end of class, or until it is unpaired. */
export function hallStanding({ codeExpiresAt, pairedAt, session }: KnownHall, now: Date): HallStanding {
  if (!pairedAt) return codeExpiresAt > now ? 'waits' : 'expired'
  return session?.status === 'in_progress' ? 'in-class' : 'over'
}
