'use client'

import { useEffect, useEffectEvent } from 'react'
import type { News } from '#lib/page-events/news.ts'
import { listenToNews } from './news-stream.ts'

/** Calls `onNews` with what happens on the server while the component is shown. */
export function useNews(onNews: (news: News) => void): void {
  const hear = useEffectEvent(onNews)
  useEffect(() => listenToNews((news) => hear(news)), [])
}
