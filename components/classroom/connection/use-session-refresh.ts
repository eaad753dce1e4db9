import { useEffect } from 'react'
import { usePageEvents } from '#components/page-events/use-page-events.ts'

// Page events arrive at once; the periodic read covers lost events. In ms.
const EVERY_MS = 15_000

/** Keeps the session of the connection in sync with our server. */
export function useSessionRefresh(connection: { refresh(): Promise<void> }, sessionId: string) {
  usePageEvents((event) => {
    if (event.kind === 'ready' || (event.kind === 'session' && event.sessionId === sessionId))
      void connection.refresh()
  })
  useEffect(() => {
    const timer = setInterval(connection.refresh, EVERY_MS)
    const refreshIfVisible = () => document.visibilityState === 'visible' && void connection.refresh()
    document.addEventListener('visibilitychange', refreshIfVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refreshIfVisible)
    }
  }, [connection])
}
