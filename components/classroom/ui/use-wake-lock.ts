import { useEffect } from 'react'

/** Keeps the screen on, if the browser supports it. The lock is lost while the tab is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let stale = false
    async function requestWakeLock() {
      if (document.visibilityState !== 'visible' || !navigator.wakeLock) return
      const held = await navigator.wakeLock.request('screen').catch(() => null)
      if (stale) void held?.release()
      else lock = held
    }
    void requestWakeLock()
    document.addEventListener('visibilitychange', requestWakeLock)
    return () => {
      stale = true
      document.removeEventListener('visibilitychange', requestWakeLock)
      void lock?.release()
    }
  }, [])
}
