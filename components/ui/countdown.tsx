'use client'

import { useTranslations } from 'next-intl'
import { DAY_MS, HOUR_MS, HOUR_S, MINUTE_MS } from '#lib/kernel/durations.ts'
import { classes } from './classes.ts'
import { useNow } from './use-now.ts'

type CountdownProps = {
  /** The instant at which it reaches zero, ISO. */
  until: string
  /** The server's time when the page was rendered, ISO: used until the browser's clock takes over. */
  now: string
  /** The text below the digits: "until class starts", and the one from zero on. */
  caption: string
  captionAfter: string
  /** Classes for the digits. */
  className?: string
}

/**
 * The time left, ticking: 12:04, 3:12:04; in days and hours from one day on; "Now" from zero on. Screen readers get
 * whole minutes, and changes are not announced. Needs the texts of `common`.
 */
export function Countdown({ until, now, caption, captionAfter, className }: CountdownProps) {
  const left = Math.max(0, Date.parse(until) - useNow(now, 1000))
  return (
    <div role="timer" aria-live="off">
      <span className={classes('block font-semibold tracking-[-.045em] tabular-nums', className)}>
        <TimeLeft left={left} />
      </span>
      <span className="mt-2 block text-text-2">{left > 0 ? caption : captionAfter}</span>
    </div>
  )
}

function TimeLeft({ left }: { left: number }) {
  const t = useTranslations('common.countdown')
  if (left === 0) return t('now')
  if (left >= DAY_MS) {
    return t('daysAndHours', {
      days: Math.floor(left / DAY_MS),
      hours: Math.floor((left % DAY_MS) / HOUR_MS),
    })
  }
  const minutes = Math.ceil(left / MINUTE_MS)
  return (
    <>
      <span aria-hidden="true">{digits(left)}</span>
      <span className="sr-only">
        {minutes < 60
          ? t('minutes', { minutes })
          : t('hoursAndMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
      </span>
    </>
  )
}

function digits(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const hours = Math.floor(seconds / HOUR_S)
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => `${part}`.padStart(2, '0'))
  return (hours > 0 ? [hours, ...rest] : rest).join(':')
}
