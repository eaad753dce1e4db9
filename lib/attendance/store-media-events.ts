import 'server-only'
import type { SystemContext } from '#lib/process/context.ts'
import type { StoredEvent } from './stored-event.ts'

/** Stores events to be applied, in one statement. An event that is known already is not stored again. */
export async function storeMediaEvents(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  events: StoredEvent[],
): Promise<void> {
  await database.webhookEvent.createMany({
    data: events.map((event) => ({
      id: event.id,
      event: event.kind,
      payload: JSON.parse(JSON.stringify(event)),
      receivedAt: now,
    })),
    skipDuplicates: true,
  })
}
