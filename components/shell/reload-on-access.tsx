'use client'

import { useParams } from 'next/navigation'
import { usePageEvents } from '#components/page-events/use-page-events.ts'

/**
 * Loads a refused page again when news of its session arrives, which the viewer gets with a place in it. Next does not
 * render a refused page again without that.
 */
export function ReloadOnAccess() {
  const { sessionId } = useParams()
  usePageEvents((news) => {
    if (news.kind === 'session' && news.sessionId === sessionId) location.reload()
  })
  return null
}
