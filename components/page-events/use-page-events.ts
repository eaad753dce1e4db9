'use client'

import { useEffect, useEffectEvent } from 'react'
import type { PageEvent } from '#lib/page-events/page-event.ts'
import { subscribeToPageEvents } from './event-stream.ts'

/** Calls `onEvent` with the server's events while the component is mounted. */
export function usePageEvents(onEvent: (news: PageEvent) => void): void {
  const handleEvent = useEffectEvent(onEvent)
  useEffect(() => subscribeToPageEvents((news) => handleEvent(news)), [])
}
