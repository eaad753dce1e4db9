'use client'

import { Globe } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore, useTransition } from 'react'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ActionResult } from '#lib/http/action-result.ts'
import { showSameClocks } from '#lib/time/same-clocks.ts'
import { deviceZone, dismissZone, readDismissedZone } from './device-zone.ts'

type ZoneOfferProps = {
  /** The account's time zone. */
  zone: string
  change: (input: { timeZone: string }) => Promise<ActionResult<unknown>>
}

/**
 * Offers the device's zone if its clocks differ from those of the account's zone. A dismissal is remembered in this
 * browser until the device is in yet another zone.
 */
export function ZoneOffer({ zone, change }: ZoneOfferProps) {
  const t = useTranslations('shell.zoneOffer')
  const router = useRouter()
  const toast = useToast()
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, startTransition] = useTransition()
  const device = useSyncExternalStore(
    subscribeToNothing,
    () => offeredFor(zone),
    () => null,
  )
  if (device === null || device === refused) return null
  const values = { device: cityOf(device), own: cityOf(zone) }

  function keep(offered: string) {
    dismissZone(offered)
    setRefused(offered)
  }

  function take(timeZone: string) {
    startTransition(async () => {
      const result = await change({ timeZone }).catch(() => null)
      if (!result?.ok) return toast({ tone: 'failure', text: result?.message ?? t('failed') })
      toast({ text: t('done', values) })
      router.refresh()
    })
  }

  return (
    <section
      aria-label={t('label')}
      className="m-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-[12px] bg-info-soft py-2 pr-2 pl-4 sm:mx-8"
    >
      <p role="status" className="flex min-w-56 flex-1 gap-3 py-1">
        <Globe className="mt-0.75 size-4.5 flex-none text-info-text" />
        {t('text', values)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" busy={busy} busyLabel={t('switching')} onClick={() => take(device)}>
          {t('switch', values)}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => keep(device)}>
          {t('keep', values)}
        </Button>
      </div>
    </section>
  )
}

function offeredFor(zone: string): string | null {
  const device = deviceZone()
  return device === readDismissedZone() || showSameClocks(device, zone, new Date()) ? null : device
}

function subscribeToNothing() {
  return () => undefined
}
