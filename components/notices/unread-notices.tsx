'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { usePageEvents } from '#components/page-events/use-page-events.ts'

const UnreadContext = createContext(0)

/** How many notices the viewer has not read. */
export function useUnread(): number {
  return useContext(UnreadContext)
}

type UnreadNoticesProps = {
  /** As the server counted when the page was made. */
  count: number
  children: ReactNode
}

/** Keeps the number of unread notices as it is on the server, for all that shows it. Needs the texts of `shell`. */
export function UnreadNotices({ count, children }: UnreadNoticesProps) {
  const t = useTranslations('shell')
  const [kept, setKept] = useState({ given: count, count, isHigher: false })
  if (kept.given !== count) setKept({ given: count, count, isHigher: false })

  usePageEvents(async (news) => {
    if (news.kind === 'session') return
    const read = await readUnread()
    if (read !== null) setKept((kept) => ({ ...kept, count: read, isHigher: read > kept.count }))
  })

  return (
    <UnreadContext value={kept.count}>
      <p role="status" className="sr-only">
        {kept.isHigher ? t('bell', { count: kept.count }) : null}
      </p>
      {children}
    </UnreadContext>
  )
}

type Answer = { success: true; data: { unread: number } } | { success: false }

/** null where the server does not answer; the next news brings it. */
async function readUnread(): Promise<number | null> {
  try {
    const response = await fetch('/api/v1/notices/unread')
    const answer: Answer = await response.json()
    return answer.success ? answer.data.unread : null
  } catch {
    return null
  }
}
