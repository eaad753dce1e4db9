'use client'

import { useParams } from 'next/navigation'
import { useNews } from '#components/page-events/use-news.ts'

/**
 * Loads a refused page again when news of its session arrives, which the viewer gets with a place in it. Next does not
 * render a refused page again without that.
 */
export function ReloadOnceGiven() {
  const { sessionId } = useParams()
  useNews((news) => {
    if (news.kind === 'session' && news.sessionId === sessionId) location.reload()
  })
  return null
}
