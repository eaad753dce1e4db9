import { useEffect } from 'react'
import { useNews } from '#components/page-events/use-news.ts'
import type { Visit } from './visit.ts'

// News arrives at once; reading now and then as well heals whatever kept it from arriving.
const EVERY = 15_000

/** Keeps the visit's session as our server has it. */
export function useSessionWatch(visit: Visit, sessionId: string) {
  useNews((news) => {
    if (news.kind === 'ready' || (news.kind === 'session' && news.sessionId === sessionId))
      void visit.refresh()
  })
  useEffect(() => {
    const timer = setInterval(visit.refresh, EVERY)
    const look = () => document.visibilityState === 'visible' && void visit.refresh()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [visit])
}
