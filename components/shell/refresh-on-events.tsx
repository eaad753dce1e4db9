'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { subscribeToPageEvents } from '#components/page-events/event-stream.ts'
import type { PageEvent } from '#lib/page-events/page-event.ts'

/** A burst of events, such as a whole class that joins, causes one refresh. */
const DEBOUNCE_MS = 500

type RefreshOnEventsProps = {
  /** The content of the page: sessions, or notices. */
  kind?: 'session' | 'notices'
  sessionIds?: string[]
}

/** Renders the page's server part again after an event; if `sessionIds` is given, only for these sessions. */
export function RefreshOnEvents({ kind: to = 'session', sessionIds }: RefreshOnEventsProps) {
  const router = useRouter()
  const refresh = useEffectEvent(() => router.refresh())
  const isRelevant = useEffectEvent((news: PageEvent) => {
    if (news.kind === 'ready') return true
    if (news.kind !== to) return false
    return news.kind === 'notices' || (sessionIds?.includes(news.sessionId) ?? true)
  })
  useEffect(() => {
    let timer: number | undefined
    const stop = subscribeToPageEvents((news) => {
      if (timer !== undefined || !isRelevant(news)) return
      timer = window.setTimeout(() => {
        timer = undefined
        refresh()
      }, DEBOUNCE_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return null
}
