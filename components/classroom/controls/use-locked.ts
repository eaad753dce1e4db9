import { useState } from 'react'
import { useMaySend } from '#components/classroom/room/permissions.ts'
import { useRoom } from '#components/classroom/room/room-context.ts'
import type { TrackSource } from '#lib/classroom/api.ts'

/** What of one's own is locked, and the last that one tried all the same. */
export function useLocked() {
  const { localParticipant } = useRoom()
  const may = {
    microphone: useMaySend(localParticipant, 'microphone'),
    camera: useMaySend(localParticipant, 'camera'),
    screen: useMaySend(localParticipant, 'screen'),
  }
  const [tried, setTried] = useState<TrackSource | null>(null)
  return {
    may,
    /** Unlocked meanwhile, it is no longer in the way. */
    refused: tried && !may[tried] ? tried : null,
    refuse: setTried,
    forget: () => setTried(null),
  }
}
