import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import type { StoredEvent } from './stored-event.ts'

/** Stores events to be applied, in one statement. Known events are skipped. */
export async function storeMediaEvents(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  events: StoredEvent[],
): Promise<void> {
  const ids = arrayText(events.map(({ id }) => id))
  const kinds = arrayText(events.map(({ kind }) => kind))
  const payloads = arrayText(events.map((event) => JSON.stringify(event)))
  await database.$executeRaw`
    INSERT INTO "WebhookEvent" ("id", "event", "payload", "receivedAt")
    SELECT "id", "event", "payload", ${now}
    FROM unnest(${ids}::text[], ${kinds}::text[], ${payloads}::jsonb[]) AS event ("id", "event", "payload")
    ON CONFLICT ("id") DO NOTHING`
}
