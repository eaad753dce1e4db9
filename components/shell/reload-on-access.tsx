'use client'

import { useParams } from 'next/navigation'
import { usePageEvents } from '#components/page-events/use-page-events.ts'

/**
 * Reloads a refused page when an event of its session arrives: the viewer receives such events only with access to it.
 * Without a reload, Next does not render a refused page again.
 */
export function ReloadOnAccess() {
  const { sessionId } = useParams()
  usePageEvents((news) => {
    if (news.kind === 'session' && news.sessionId === sessionId) location.reload()
  })
  return null
}
