import { useState } from 'react'
import { wantLetterKeys, wantsLetterKeys } from '#components/classroom/media/remembered.ts'

/** Whether single letters are shortcuts, as this browser remembers it. */
export function useLetterKeys() {
  const [on, setOn] = useState(wantsLetterKeys)
  return {
    on,
    set(wanted: boolean) {
      setOn(wanted)
      wantLetterKeys(wanted)
    },
    /** For `aria-keyshortcuts`: what is off is not announced. */
    shortcut: (keys: string) => (on ? keys : undefined),
  }
}
