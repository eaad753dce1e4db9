import { useEffect, useState } from 'react'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'

/** Most disconnects end within this time. For these, a notice above the picture is enough. */
const LONG_MS = 3_000

/** Time at which the connection was lost, in ms, once that is more than 3 s ago; otherwise null. */
export function useLongDisconnect({ phase }: EntryState): number | null {
  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    if (phase !== 'reconnecting') return
    const from = Date.now()
    const timer = setTimeout(() => setSince(from), LONG_MS)
    return () => {
      clearTimeout(timer)
      setSince(null)
    }
  }, [phase])
  return since
}
