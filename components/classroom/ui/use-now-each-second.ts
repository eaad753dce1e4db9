import { useSyncExternalStore } from 'react'

/** Current time in milliseconds, updated once a second. */
export function useNowEachSecond(): number {
  return useSyncExternalStore(eachSecond, wholeSecond)
}

function eachSecond(onTick: () => void) {
  const timer = setInterval(onTick, 1000)
  return () => clearInterval(timer)
}

function wholeSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000
}
