/** Pauses that end early: when stopped, on "Try now", and when the network is back. */
export function createSkippablePause() {
  const waking = new Set<() => void>()

  function skip() {
    for (const wake of [...waking]) wake()
  }

  function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(wake, milliseconds)
      function wake() {
        clearTimeout(timer)
        waking.delete(wake)
        removeEventListener('online', wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      waking.add(wake)
      addEventListener('online', wake)
      signal.addEventListener('abort', wake)
    })
  }

  return { pause, skip }
}
