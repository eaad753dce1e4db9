'use client'

import { useTranslations } from 'next-intl'
import { useNow } from '#components/ui/use-now.ts'
import { formatDay, formatLongDay, formatTime, zoneName } from '#lib/time/format.ts'

const EVERY_MS = 5000

type ClockProps = {
  /** The server's time when the page was made, ISO. */
  now: string
  zone: string
  /** `17:52`, `Tue 24 Nov, 17:52 CET` or `Tuesday 24 November, 17:52 CET` */
  show: 'time' | 'shortDay' | 'longDay'
}

/** The time in a zone, which goes on. Needs the texts of `common`. */
export function Clock({ now, zone, show }: ClockProps) {
  const t = useTranslations('common')
  const iso = new Date(useNow(now, EVERY_MS)).toISOString()
  const time = formatTime(iso, zone)
  if (show === 'time') return time
  const date = show === 'shortDay' ? formatDay(iso, zone) : formatLongDay(iso, zone)
  return t('dateAndTime', { date, time, zone: zoneName(iso, zone) })
}
