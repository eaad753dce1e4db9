'use client'

import { Globe } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { deviceZone } from '#components/shell/device-zone.ts'
import { zoneName } from '#lib/time/format.ts'

/** The zone in which times will be shown; before the sign-in only the browser knows it. */
export function BrowserZone() {
  const t = useTranslations('signIn')
  const zone = useSyncExternalStore(subscribeToNothing, deviceZone, () => null)
  if (!zone) return <span className="block h-4.5" />
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return (
    <span className="flex items-center gap-1.5">
      <Globe className="size-3.75" />
      {t('zone', { city, zone: zoneName(new Date().toISOString(), zone) })}
    </span>
  )
}

function subscribeToNothing() {
  return () => undefined
}
