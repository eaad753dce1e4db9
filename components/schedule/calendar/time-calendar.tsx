'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TimeGrid, type TimeGridProps } from './time-grid.tsx'

export type TimeCalendarProps = Omit<TimeGridProps, 'name' | 'push' | 'onDrag'>

/**
 * The time grid, which news does not reach while something is dragged in it: the library takes what is dropped after
 * it was drawn anew for something from another calendar.
 */
export default function TimeCalendar(given: TimeCalendarProps) {
  const t = useTranslations('schedule')
  const { push } = useRouter()
  const [dragging, setDragging] = useState(false)
  const [steady, setSteady] = useState(given)
  if (!dragging && steady !== given) setSteady(given)
  return <TimeGrid {...steady} name={t('hours')} push={push} onDrag={setDragging} />
}
