import 'server-only'

let wake = () => {}

/** Applies stored events now instead of at the next poll. */
export function wakeEventWorker(): void {
  wake()
}

/** Sets the handler of wakeEventWorker() in this process. */
export function onEventsStored(apply: () => void): void {
  wake = apply
}
