import { useEffect, useState } from 'react'
import type { EntryState } from '#components/classroom/connection/entry-state.ts'

/** Most cuts mend themselves within it: a line above the picture is enough for them. */
const LONG_MS = 3_000

/** Since when one is cut off, in ms, where that is for more than 3 s. */
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
