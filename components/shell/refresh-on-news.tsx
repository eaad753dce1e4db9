'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { listenToNews } from '#components/page-events/news-stream.ts'
import type { News } from '#lib/page-events/news.ts'

/** A burst of news, such as a class that arrives, is one look at the server. */
const GATHER_MS = 500

type RefreshOnNewsProps = {
  /** What the page shows: sessions, or notices. */
  to?: 'session' | 'notices'
  sessionIds?: string[]
}

/** Renders the page's server part again when something changed; only for the named sessions where given. */
export function RefreshOnNews({ to = 'session', sessionIds }: RefreshOnNewsProps) {
  const router = useRouter()
  const refresh = useEffectEvent(() => router.refresh())
  const concerns = useEffectEvent((news: News) => {
    if (news.kind === 'ready') return true
    if (news.kind !== to) return false
    return news.kind === 'notices' || (sessionIds?.includes(news.sessionId) ?? true)
  })
  useEffect(() => {
    let timer: number | undefined
    const stop = listenToNews((news) => {
      if (timer !== undefined || !concerns(news)) return
      timer = window.setTimeout(() => {
        timer = undefined
        refresh()
      }, GATHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return null
}
