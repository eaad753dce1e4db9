'use client'

import { useEffect, useEffectEvent } from 'react'
import type { PageEvent } from '#lib/page-events/page-event.ts'
import { subscribeToPageEvents } from './event-stream.ts'

/** Calls `onNews` with what happens on the server while the component is shown. */
export function usePageEvents(onEvent: (news: PageEvent) => void): void {
  const handleEvent = useEffectEvent(onEvent)
  useEffect(() => subscribeToPageEvents((news) => handleEvent(news)), [])
}
