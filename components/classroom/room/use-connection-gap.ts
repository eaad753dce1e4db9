import { useEffect, useState } from 'react'
import type { EntryState } from '#components/classroom/connection/entry-state.ts'
import { useChatStore } from '#components/classroom/room-state/room-services.ts'

/** From when to when one was cut off, in ms, and the number of the last message that had come. */
export type ConnectionGap = { from: number; to: number; lastMessage: number }

/** Once one is inside again, the last time that one was cut off. */
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
