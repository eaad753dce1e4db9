'use client'

import { useTranslations } from 'next-intl'
import { useNow } from '#components/ui/use-now.ts'
import { clockTime, formatDay, formatLongDay, formatTime, zoneName } from '#lib/time/format.ts'

const EVERY_MS = 5000

type ClockProps = {
  /** The server's time when the page was rendered, ISO. */
  now: string
  zone: string
  /** `17:52`, `Tue 24 Nov, 17:52 CET` or `Tuesday 24 November, 17:52 CET` */
  show: 'time' | 'shortDay' | 'longDay'
}

/** The current time in a zone, kept up to date. Needs the texts of `common`. */
export function Clock({ now, zone, show }: ClockProps) {
  const t = useTranslations('common')
  const iso = new Date(useNow(now, EVERY_MS)).toISOString()
  if (show === 'time') return formatTime(iso, zone)
  const date = show === 'shortDay' ? formatDay(iso, zone, iso) : formatLongDay(iso, zone, iso)
  return t('dateAndTime', { date, time: clockTime(iso, zone), zone: zoneName(iso, zone) })
}
