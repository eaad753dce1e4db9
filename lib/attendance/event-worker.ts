import 'server-only'

let wake = () => {}

/** Has stored events applied now instead of at the next look. */
export function wakeEventWorker(): void {
  wake()
}

/** Sets what wakeEventWorker() calls in this process. */
export function onEventsStored(apply: () => void): void {
  wake = apply
}
