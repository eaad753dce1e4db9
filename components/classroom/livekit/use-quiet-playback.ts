import { useEffect } from 'react'

/**
 * Whatever plays tells its progress four times a second. Nobody asks for it, and React, which hears it of every element on
 * the page, would spend more on that than on all else in a full room.
 */
export function useQuietPlayback() {
  useEffect(() => {
    const silence = (event: Event) => event.stopPropagation()
    addEventListener('timeupdate', silence, { capture: true })
    return () => removeEventListener('timeupdate', silence, { capture: true })
  }, [])
}
