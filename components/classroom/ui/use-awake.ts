import { useEffect } from 'react'

/** Keeps the screen from going dark, where the browser can; it forgets when the tab was hidden. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let stale = false
    async function hold() {
      if (document.visibilityState !== 'visible' || !navigator.wakeLock) return
      const held = await navigator.wakeLock.request('screen').catch(() => null)
      if (stale) void held?.release()
      else lock = held
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      stale = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
