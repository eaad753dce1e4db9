/** A service in its own process. */
export type Service = {
  name: string
  /** Starts the service, or adopts it if it still runs from an earlier start. Idempotent. */
  start(): Promise<void>
  /** Stops the service and waits until it has exited. Idempotent. */
  stop(): Promise<void>
  isRunning(): boolean
  /** Kills the service like a crash, for fault tests. */
  kill(): void
}
