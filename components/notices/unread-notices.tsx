'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { request } from '#components/api/request.ts'
import { usePageEvents } from '#components/page-events/use-page-events.ts'
import { countUnreadEndpoint } from '#lib/inbox/endpoints.generated.ts'

const UnreadContext = createContext(0)

/** The number of the viewer's unread notices. */
export function useUnread(): number {
  return useContext(UnreadContext)
}

type UnreadNoticesProps = {
  /** The server's count when the page was rendered. */
  count: number
  children: ReactNode
}

/** Keeps the number of unread notices up to date for its children. Needs the texts of `shell`. */
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

/** Null if the server does not answer; the next event triggers another read. */
function readUnread(): Promise<number | null> {
  return request(countUnreadEndpoint, {}).then(
    ({ unread }) => unread,
    () => null,
  )
}
