'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TimeGrid, type TimeGridProps } from './time-grid.tsx'

export type TimeCalendarProps = Omit<TimeGridProps, 'name' | 'push' | 'onDrag'>

/**
 * The time grid. Updates do not reach it during a drag: the library treats an event that is dropped after a redraw as
 * one from another calendar.
 */
export default function TimeCalendar(given: TimeCalendarProps) {
  const t = useTranslations('schedule')
  const { push } = useRouter()
  const [dragging, setDragging] = useState(false)
  const [steady, setSteady] = useState(given)
  if (!dragging && steady !== given) setSteady(given)
  return <TimeGrid {...steady} name={t('hours')} push={push} onDrag={setDragging} />
}
