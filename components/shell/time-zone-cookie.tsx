'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { YEAR_S } from '#lib/kernel/durations.ts'

type TimeZoneCookieProps = {
  /** The zone of the times on the page; null if it shows none. */
  shown: string | null
  /** Whether the account has its own zone, which then applies everywhere. */
  fixed: boolean
}

/**
 * Sends the browser's zone to the server in a cookie, and refreshes the page if it shows times in another zone. The
 * server derives the IANA name itself, so that a classroom page need not load the list of names.
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
      // If our server does not answer, the page cannot be refreshed.
      () => undefined,
    )
  }, [shown, fixed, router])
  return null
}
