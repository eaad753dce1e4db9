import { useState } from 'react'
import { setUsesLetterShortcuts, usesLetterShortcuts } from '#components/classroom/media/remembered.ts'

/** Whether single letters are shortcuts, as this browser remembers it. */
export function useLetterShortcuts() {
  const [on, setOn] = useState(usesLetterShortcuts)
  return {
    on,
    set(wanted: boolean) {
      setOn(wanted)
      setUsesLetterShortcuts(wanted)
    },
    /** For `aria-keyshortcuts`: what is off is not announced. */
    shortcut: (keys: string) => (on ? keys : undefined),
  }
}
