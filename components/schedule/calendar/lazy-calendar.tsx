'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { CalendarSkeleton } from './calendar-skeleton.tsx'
import type { TimeCalendarProps } from './time-calendar.tsx'

const TimeCalendar = dynamic(() => import('./time-calendar.tsx'), {
  ssr: false,
  loading: () => <CalendarSkeleton />,
})

/** Narrower screens list the sessions and never load the calendar. */
const WIDE = '(min-width: 45rem)'

/** The time grid, loaded after the page. */
export function LazyCalendar(props: TimeCalendarProps) {
  const wide = useSyncExternalStore(
    listen,
    () => matchMedia(WIDE).matches,
    () => false,
  )
  return wide ? <TimeCalendar {...props} /> : <CalendarSkeleton />
}

function listen(changed: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
