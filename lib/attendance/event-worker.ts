import 'server-only'

// One worker per process: Next bundles the webhook's route and the worker separately.
const shared: typeof globalThis & { caravanEventWorker?: () => void } = globalThis

/** Has stored events applied now instead of at the next look. */
export function wakeEventWorker(): void {
  shared.caravanEventWorker?.()
}

/** Sets what wakeEventWorker() calls in this process. */
export function onEventsStored(wake: () => void): void {
  shared.caravanEventWorker = wake
}
