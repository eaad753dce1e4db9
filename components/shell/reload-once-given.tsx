'use client'

import { useParams } from 'next/navigation'
import { useNews } from './use-news.ts'

/**
 * For a page that is not the viewer's: loads it again once they hear of its session, which they do with a place in it.
 * Next does not render a refused page again without that.
 */
export function ReloadOnceGiven() {
  const { sessionId } = useParams()
  useNews((news) => {
    if (news.kind === 'session' && news.sessionId === sessionId) location.reload()
  })
  return null
}
