type ShutdownStep = () => Promise<unknown>

const steps: ShutdownStep[] = []
let shutdownPromise: Promise<void> | null = null

/** Registers a stop function for a service that is about to start. Stops run in reverse order. */
export function onShutdown(end: ShutdownStep): void {
  steps.unshift(end)
}

/** Stops all services once; repeated calls wait for the same shutdown. */
export function shutDown(): Promise<void> {
  shutdownPromise ??= (async () => {
    for (const end of steps) await end().catch((error: unknown) => console.error(error))
  })()
  return shutdownPromise
}

/** Whether the shutdown has started, so that exiting services are not restarted. */
export function isShuttingDown(): boolean {
  return shutdownPromise !== null
}

/** Shuts down on Ctrl-C, on a signal, or when the parent process ends. */
export function shutDownOnSignals(): void {
  const end = () => {
    if (!shutdownPromise) console.info('\n… Stopping')
    void shutDown().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  if (process.channel) process.on('disconnect', end)
}
