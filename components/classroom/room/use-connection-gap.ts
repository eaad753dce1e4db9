import { useEffect, useState } from 'react'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'
import { useChatStore } from '#components/classroom/room-state/room-services.ts'

/** Start and end of a disconnect, in ms, and the number of the last message received before it. */
export type ConnectionGap = { from: number; to: number; lastMessage: number }

/** The last disconnect, once the viewer is inside again. */
export function useConnectionGap({ phase }: EntryState): ConnectionGap | null {
  const chat = useChatStore()
  const [gap, setGap] = useState<ConnectionGap | null>(null)
  useEffect(() => {
    if (phase !== 'reconnecting') return
    const from = Date.now()
    const lastMessage = chat.state.messages.at(-1)?.number ?? 0
    return () => setGap({ from, to: Date.now(), lastMessage })
  }, [phase, chat])
  return phase === 'inside' ? gap : null
}
