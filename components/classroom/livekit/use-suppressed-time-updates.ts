import { useEffect } from 'react'

/**
 * Suppresses `timeupdate`, which each media element fires four times a second. Nothing uses it, and React listens to it
 * on every element; in a full room that costs more than everything else.
 */
export function useSuppressedTimeUpdates() {
  useEffect(() => {
    const suppress = (event: Event) => event.stopPropagation()
    addEventListener('timeupdate', suppress, { capture: true })
    return () => removeEventListener('timeupdate', suppress, { capture: true })
  }, [])
}
