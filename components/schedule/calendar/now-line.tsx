'use client'

import { useEffect, useRef } from 'react'
import { useNow } from '#components/ui/use-now.ts'

const EVERY_MS = 30_000
const MINUTE = 60_000
/** From here on the grid scrolls in its own window. */
const OWN_WINDOW = '(min-width: 64rem)'

type NowLineProps = {
  /** The server's time when the page was made, ISO, and the minute of the day that clocks showed then. */
  now: string
  minute: number
  /** The minutes of the day at the grid's top and bottom. */
  from: number
  to: number
}

/** Where in the day one is; it goes on by itself. The grid opens around it. */
export function NowLine({ now, minute, from, to }: NowLineProps) {
  const line = useRef<HTMLDivElement>(null)
  const passed = Math.floor((useNow(now, EVERY_MS) - Date.parse(now)) / MINUTE)
  const share = (minute + passed - from) / (to - from)

  useEffect(() => {
    if (matchMedia(OWN_WINDOW).matches) line.current?.scrollIntoView({ block: 'center' })
  }, [])

  if (share < 0 || share > 1) return null
  return (
    <div
      ref={line}
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 z-0 h-0.5 bg-primary before:absolute before:-top-1 before:-left-px before:size-2.5 before:rounded-full before:bg-primary"
      style={{ top: `${share * 100}%` }}
    />
  )
}
