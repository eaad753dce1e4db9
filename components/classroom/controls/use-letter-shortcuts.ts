import { useState } from 'react'
import { setUsesLetterShortcuts, usesLetterShortcuts } from '#components/classroom/media/remembered.ts'

/** Whether single letters are shortcuts, stored in this browser. */
export function useLetterShortcuts() {
  const [on, setOn] = useState(usesLetterShortcuts)
  return {
    on,
    set(wanted: boolean) {
      setOn(wanted)
      setUsesLetterShortcuts(wanted)
    },
    /** For `aria-keyshortcuts`: shortcuts that are off are not announced. */
    shortcut: (keys: string) => (on ? keys : undefined),
  }
}
