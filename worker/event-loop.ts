import { setTimeout as delay } from 'node:timers/promises'
import { onEventsStored } from '#lib/attendance/event-worker.ts'
import { faultReporter } from './fault-reporter.ts'

/** Events that arrive during the pause are applied together: this keeps requests fast under load. */
const BATCH_PAUSE_MS = 200
/** Interval for finding events that a process stored but did not apply before it ended, in ms. */
const POLL_MS = 2_000

/**
 * Applies stored media events, immediately when this process stores one, until the returned function is called.
 * @param apply returns the number of applied events
 */
export function startEventLoop(apply: () => Promise<number>): () => void {
  const attempt = faultReporter('apply media events')
  const stopping = new AbortController()
  let wake = () => {}
  onEventsStored(() => wake())
  void run()
  return () => stopping.abort()

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const woken = new AbortController()
      wake = () => woken.abort()
      let applied = 0
      await attempt(async () => {
        applied = await apply()
      })
      const signals = applied > 0 ? [stopping.signal] : [stopping.signal, woken.signal]
      const signal = AbortSignal.any(signals)
      await delay(applied > 0 ? BATCH_PAUSE_MS : POLL_MS, undefined, { signal, ref: false }).catch(() => {})
    }
  }
}
