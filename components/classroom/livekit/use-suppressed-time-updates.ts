import { useEffect } from 'react'

/**
 * Whatever plays tells its progress four times a second. Nobody asks for it, and React, which hears it of every element on
 * the page, would spend more on that than on all else in a full room.
 */
export function useSuppressedTimeUpdates() {
  useEffect(() => {
    const suppress = (event: Event) => event.stopPropagation()
    addEventListener('timeupdate', suppress, { capture: true })
    return () => removeEventListener('timeupdate', suppress, { capture: true })
  }, [])
}
