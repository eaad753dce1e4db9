import { useCallback, useState } from 'react'
import {
  livekitSources,
  mayPublish,
  useMayPublish,
  waitUntilAllowed,
} from '#components/classroom/livekit/permissions.ts'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import { isLockedForMe } from '#components/classroom/room-state/locked-for-me.ts'
import { useRoomStateStore } from '#components/classroom/room-state/room-services.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'

/** What of one's own is locked, and the last that one tried all the same. */
export function useLockGuard() {
  const { localParticipant } = useRoom()
  const roomState = useRoomStateStore()
  const [refusedSource, setRefusedSource] = useState<TrackSource | null>(null)
  // Only the refused source is followed: permissions arrive while the room connects, and must draw nothing then.
  const isAllowedNow = useMayPublish(localParticipant, refusedSource)

  /** Whether one may switch it on. Unlocked a moment ago, LiveKit may not know it yet: it is waited for. */
  const ensureAllowed = useCallback(
    async (source: TrackSource): Promise<boolean> => {
      if (mayPublish(localParticipant, livekitSources[source])) return true
      const { state } = roomState
      const isLocked =
        !state || isLockedForMe(source, { id: localParticipant.identity, isTrainer: false }, state)
      const isAllowed = !isLocked && (await waitUntilAllowed(localParticipant, livekitSources[source]))
      if (!isAllowed) setRefusedSource(source)
      return isAllowed
    },
    [roomState, localParticipant],
  )

  return {
    ensureAllowed,
    /** Unlocked meanwhile, it is no longer in the way. */
    refused: isAllowedNow ? null : refusedSource,
    dismiss: () => setRefusedSource(null),
  }
}
