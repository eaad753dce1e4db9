import { useEffect, useState } from 'react'
import type { Entry } from '#components/classroom/connection/entry-state.ts'
import { useChat } from '#components/classroom/room-state/class-context.ts'

/** From when to when one was cut off, in ms, and the number of the last message that had come. */
export type Absence = { from: number; to: number; lastMessage: number }

/** Once one is inside again, the last time that one was cut off. */
export function useAbsence({ at }: Entry): Absence | null {
  const chat = useChat()
  const [absence, setAbsence] = useState<Absence | null>(null)
  useEffect(() => {
    if (at !== 'returning') return
    const from = Date.now()
    const lastMessage = chat.state.messages.at(-1)?.number ?? 0
    return () => setAbsence({ from, to: Date.now(), lastMessage })
  }, [at, chat])
  return at === 'inside' ? absence : null
}
