import { applyMediaEvents } from '#lib/attendance/apply-media-events.ts'
import { storeMediaEvents } from '#lib/attendance/store-media-events.ts'
import { toStoredEvent } from '#lib/attendance/stored-event.ts'
import type { MediaEvent } from '#lib/livekit/media.ts'
import type { School } from './school.ts'

/** Stores events like the webhook route; drops events of rooms without a session. */
export async function storeEvents(school: School, ...events: MediaEvent[]): Promise<void> {
  const stored = events.flatMap((event) => toStoredEvent(event) ?? [])
  await storeMediaEvents(school.system(), stored)
}

/** Stores and applies events one at a time, as if each were applied before the next arrives. */
export async function deliverEvents(school: School, ...events: MediaEvent[]): Promise<void> {
  for (const event of events) {
    await storeEvents(school, event)
    await applyMediaEvents(school.system())
  }
}
