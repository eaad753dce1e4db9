'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { request } from '#components/api/request.ts'
import { usePageEvents } from '#components/page-events/use-page-events.ts'
import { countUnreadEndpoint } from '#lib/inbox/endpoints.generated.ts'

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

/** null where the server does not answer; the next news brings it. */
function readUnread(): Promise<number | null> {
  return request(countUnreadEndpoint, {}).then(
    ({ unread }) => unread,
    () => null,
  )
}
