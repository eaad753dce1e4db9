import 'server-only'
import type { StoredEvent } from './stored-event.ts'

/** Events within this time after the last write are written together, in ms. */
const BATCH_WINDOW_MS = 50

type PendingEvent = { event: StoredEvent; stored: () => void; failed: (error: unknown) => void }

/**
 * Collects events, so that simultaneous events take one write. The first event after a pause is written at once.
 * `add` resolves when its event is written.
 * @throws the error of `write`, for each event of that write
 */
export function createEventInbox(write: (events: StoredEvent[]) => Promise<void>) {
  const waiting: PendingEvent[] = []
  let writtenAt = Number.NEGATIVE_INFINITY
  let scheduled = false

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    const rest = Math.max(0, writtenAt + BATCH_WINDOW_MS - performance.now())
    setTimeout(() => void writeAll(), rest)
  }

  async function writeAll(): Promise<void> {
    const batch = waiting.splice(0)
    writtenAt = performance.now()
    try {
      await write(batch.map(({ event }) => event))
      for (const { stored } of batch) stored()
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
    scheduled = false
    if (waiting.length > 0) schedule()
  }

  return {
    add(event: StoredEvent): Promise<void> {
      return new Promise((stored, failed) => {
        waiting.push({ event, stored, failed })
        schedule()
      })
    },
  }
}
