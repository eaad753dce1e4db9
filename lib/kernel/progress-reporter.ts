/** Whoever follows the work: is told how far it is, and can go away. */
export type ProgressReporter<Progress> = {
  report(progress: Progress): void
  /** Nobody waits any more: the work is to stop, as if it had never begun. */
  signal: AbortSignal
}
