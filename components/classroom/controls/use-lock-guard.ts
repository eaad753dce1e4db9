import { useRoomContext } from '@livekit/components-react'
import { useCallback, useState } from 'react'
import {
  livekitSources,
  mayPublish,
  useMayPublish,
  waitUntilAllowed,
} from '#components/classroom/livekit/permissions.ts'
import { isLockedForMe } from '#components/classroom/room-state/locked-for-me.ts'
import { useRoomStateStore } from '#components/classroom/room-state/room-services.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'

/** Checks the viewer's own sources against the locks, and keeps the last source that was refused. */
export function useLockGuard() {
  const { localParticipant } = useRoomContext()
  const roomState = useRoomStateStore()
  const [refusedSource, setRefusedSource] = useState<TrackSource | null>(null)
  // Subscribes only for the refused source: permissions arrive while the room connects, and must not re-render then.
  const isAllowedNow = useMayPublish(localParticipant, refusedSource)

  /** Whether the viewer may switch the source on. After an unlock, waits until LiveKit has the new permissions. */
  const ensureAllowed = useCallback(
    async (source: TrackSource): Promise<boolean> => {
      if (mayPublish(localParticipant, livekitSources[source])) return true
      const { room } = roomState.state
      const isLocked =
        !room || isLockedForMe(source, { id: localParticipant.identity, isTrainer: false }, room)
      const isAllowed = !isLocked && (await waitUntilAllowed(localParticipant, livekitSources[source]))
      if (!isAllowed) setRefusedSource(source)
      return isAllowed
    },
    [roomState, localParticipant],
  )

  return {
    ensureAllowed,
    /** The refused source; null again once it is unlocked. */
    refused: isAllowedNow ? null : refusedSource,
    dismiss: () => setRefusedSource(null),
  }
}
