'use client'

import { useEffect, useState } from 'react'

/** The time in ms, updated each `every` ms; the server's `now` (ISO) until the browser's clock takes over. */
export function useNow(now: string, every: number): number {
  const [time, setTime] = useState(() => Date.parse(now))
  useEffect(() => {
    const tick = () => setTime(Date.now())
    tick()
    const timer = setInterval(tick, every)
    return () => clearInterval(timer)
  }, [every])
  return time
}
