type ShutdownStep = () => Promise<unknown>

const steps: ShutdownStep[] = []
let shutdownPromise: Promise<void> | null = null

/** Remembers how to end something that is about to start. What began last ends first. */
export function onShutdown(end: ShutdownStep): void {
  steps.unshift(end)
}

/** Ends everything, once; whoever asks again waits for the same end. */
export function shutDown(): Promise<void> {
  shutdownPromise ??= (async () => {
    for (const end of steps) await end().catch((error: unknown) => console.error(error))
  })()
  return shutdownPromise
}

/** Whether the end has begun, so that what dies now is not to be started again. */
export function isShuttingDown(): boolean {
  return shutdownPromise !== null
}

/** Ctrl-C, a signal, or the end of the process that started this one end everything. */
export function shutDownOnSignals(): void {
  const end = () => {
    if (!shutdownPromise) console.info('\n… Stopping')
    void shutDown().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  if (process.channel) process.on('disconnect', end)
}
