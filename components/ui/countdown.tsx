'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type CountdownProps = {
  /** When it reaches zero, ISO. */
  until: string
  /** The server's time when the page was made, ISO: what is shown before the browser's clock takes over. */
  now: string
  className?: string
}

/**
 * The time left, ticking: 12:04, 3:12:04, from a day on in days and hours; after zero "Now".
 * Screen readers get whole minutes, and are not told each change. Needs the texts of `common`.
 */
export function Countdown({ until, now, className }: CountdownProps) {
  const t = useTranslations('common.countdown')
  const left = useTimeLeft(until, now)
  const minutes = Math.ceil(left / MINUTE)
  const days = Math.floor(left / DAY)
  const hours = Math.floor((left % DAY) / HOUR)
  const long = days > 0
  return (
    <span role="timer" className={className}>
      {long || left === 0 ? (
        <span>{long ? t('daysAndHours', { days, hours }) : t('now')}</span>
      ) : (
        <>
          <span aria-hidden="true" className="tabular-nums">
            {digits(left)}
          </span>
          <span className="sr-only">
            {minutes < 60
              ? t('minutes', { minutes })
              : t('hoursAndMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
          </span>
        </>
      )}
    </span>
  )
}

/** Milliseconds until then, each second anew; never below zero. */
function useTimeLeft(until: string, now: string): number {
  const [time, setTime] = useState(() => Date.parse(now))
  useEffect(() => {
    const tick = () => setTime(Date.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Date.parse(until) - time)
}

function digits(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [hours, ...rest] = parts
  const shown = hours ? [hours, ...rest] : rest
  return shown.map((part, index) => (index === 0 && hours ? `${part}` : `${part}`.padStart(2, '0'))).join(':')
}
