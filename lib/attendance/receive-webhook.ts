import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { createEventInbox } from './event-inbox.ts'
import { wakeEventWorker } from './event-worker.ts'
import { storeMediaEvents } from './store-media-events.ts'
import { toStoredEvent } from './stored-event.ts'

type Inbox = ReturnType<typeof createEventInbox>

const inboxes = new WeakMap<object, Inbox>()

/**
 * Stores a webhook of LiveKit, so that an answer of 200 guarantees that its event will be applied. Events without
 * a session's room are dropped.
 * @throws ForgedEvent, and the database's errors
 */
export async function receiveWebhook(
  context: SystemContext,
  body: string,
  authorization: string | null,
): Promise<void> {
  const event = toStoredEvent(await context.media.readEvent(body, authorization))
  if (!event) return
  await inboxOf(context).add(event)
  wakeEventWorker()
}

/** One inbox per database. */
function inboxOf({ database }: SystemContext): Inbox {
  const known = inboxes.get(database)
  if (known) return known
  const made = createEventInbox((events) => storeMediaEvents({ database, now: new Date() }, events))
  inboxes.set(database, made)
  return made
}
