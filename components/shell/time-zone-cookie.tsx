'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { YEAR_S } from '#lib/kernel/durations.ts'

type TimeZoneCookieProps = {
  /** The zone in which the page shows its times; null where it shows none. */
  shown: string | null
  /** Whether the account has a zone of its own, which then counts everywhere. */
  fixed: boolean
}

/**
 * Tells the server the browser's zone, and has the page made again where it showed times in another one. The server finds
 * the zone's IANA name itself, so that a room need not load the names for it.
 */
export function TimeZoneCookie({ shown, fixed }: TimeZoneCookieProps) {
  const router = useRouter()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox's older versions
    document.cookie = `time-zone=${zone}; path=/; max-age=${YEAR_S}; samesite=lax`
    if (fixed || shown === null || shown === zone) return
    import('#lib/kernel/canonical-zone.ts').then(
      ({ canonicalZone }) => canonicalZone(zone) !== shown && router.refresh(),
      // Without an answer of our server there is no page to make again.
      () => undefined,
    )
  }, [shown, fixed, router])
  return null
}
