/** Something that runs beside us in a process of its own. */
export type Service = {
  name: string
  /** Starts it, or takes it over where it still runs from an earlier start. Repeating it changes nothing. */
  start(): Promise<void>
  /** Ends it and waits until it is gone. Repeating it changes nothing. */
  stop(): Promise<void>
  isRunning(): boolean
  /** Ends it as a crash would, for tests of faults. */
  kill(): void
}
