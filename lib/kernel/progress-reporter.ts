/** Receives the progress of long work and can abort it. */
export type ProgressReporter<Progress> = {
  report(progress: Progress): void
  /** Aborted when the client disconnects: the work must stop without effect. */
  signal: AbortSignal
}
