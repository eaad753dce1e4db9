'use client'

import { CalendarClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { useNow } from '#components/ui/use-now.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'

const EVERY_MS = 5000

/** A badge with the time until a class starts. Needs the texts of `trainer`. */
export function StartsIn({ startsAt, now }: { startsAt: string; now: string }) {
  const t = useTranslations('trainer')
  const minutes = Math.ceil((Date.parse(startsAt) - useNow(now, EVERY_MS)) / MINUTE_MS)
  return (
    <Badge tone="info" icon={<CalendarClock />} className="tabular-nums">
      {minutes > 0 ? t('startsIn', { hours: Math.floor(minutes / 60), minutes }) : t('startsNow')}
    </Badge>
  )
}
