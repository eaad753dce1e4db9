import { useCallback, useState } from 'react'
import {
  livekitSources,
  maySend,
  useMaySend,
  whenAllowed,
} from '#components/classroom/livekit/permissions.ts'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import { useFollower } from '#components/classroom/room-state/class-context.ts'
import { isLockedForMe } from '#components/classroom/room-state/locked-for-me.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'

/** What of one's own is locked, and the last that one tried all the same. */
export function useLocked() {
  const { localParticipant } = useRoom()
  const follower = useFollower()
  const [tried, setTried] = useState<TrackSource | null>(null)
  // Only the refused source is followed: permissions arrive while the room connects, and must draw nothing then.
  const mayNow = useMaySend(localParticipant, tried)

  /** Whether one may switch it on. Unlocked a moment ago, LiveKit may not know it yet: it is waited for. */
  const allow = useCallback(
    async (source: TrackSource): Promise<boolean> => {
      if (maySend(localParticipant, livekitSources[source])) return true
      const { state } = follower
      const isLocked =
        !state || isLockedForMe(source, { id: localParticipant.identity, isTrainer: false }, state)
      const isAllowed = !isLocked && (await whenAllowed(localParticipant, livekitSources[source]))
      if (!isAllowed) setTried(source)
      return isAllowed
    },
    [follower, localParticipant],
  )

  return {
    allow,
    /** Unlocked meanwhile, it is no longer in the way. */
    refused: mayNow ? null : tried,
    forget: () => setTried(null),
  }
}
