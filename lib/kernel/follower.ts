/** Whoever follows the work: is told how far it is, and can go away. */
export type Follower<Progress> = {
  tell(progress: Progress): void
  /** Nobody waits any more: the work is to stop, as if it had never begun. */
  gone: AbortSignal
}
