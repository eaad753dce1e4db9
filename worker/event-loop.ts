import { setTimeout as delay } from 'node:timers/promises'
import { onEventsStored } from '#lib/attendance/event-worker.ts'
import { faultReporter } from './fault-reporter.ts'

/** Events that come meanwhile are applied together: under load that is what keeps requests quick. */
const BATCH_PAUSE_MS = 200
/** Events that a process stored and did not apply before it ended are found within so many ms. */
const POLL_MS = 2_000

/**
 * Applies stored media events, at once when this process stores one, until the returned function is called.
 * @param apply answers how many it applied
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
