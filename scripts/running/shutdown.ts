type End = () => Promise<unknown>

const ends: End[] = []
let ending: Promise<void> | null = null

/** Remembers how to end something that is about to start. What began last ends first. */
export function atEnd(end: End): void {
  ends.unshift(end)
}

/** Ends everything, once; whoever asks again waits for the same end. */
export function endAll(): Promise<void> {
  ending ??= (async () => {
    for (const end of ends) await end().catch((error: unknown) => console.error(error))
  })()
  return ending
}

/** Whether the end has begun, so that what dies now is not to be started again. */
export function isEnding(): boolean {
  return ending !== null
}

/** Ctrl-C, a signal, or the end of the process that started this one end everything. */
export function endOnSignals(): void {
  const end = () => {
    if (!ending) console.info('\n… Stopping')
    void endAll().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  if (process.channel) process.on('disconnect', end)
}
