import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type EventEnvelope, PAGE_EVENTS_CHANNEL } from './event-envelope.ts'

type DatabaseContext = Pick<SystemContext, 'database'>

/** PostgreSQL refuses notices over 8000 bytes: a hundred ids fit, and whoever is left out reads it at the next look. */
const MAX_IDS_PER_NOTIFICATION = 100

/**
 * Tells open pages that the session changed. In a transaction, PostgreSQL sends it with the commit, or never.
 * @param formerUserIds ids of people who lost their place in it with this change
 */
export async function publishToPages(
  context: DatabaseContext,
  sessionId: SessionId,
  formerUserIds: string[] = [],
): Promise<void> {
  await notifyChannel(context, {
    kind: 'session',
    sessionId,
    audience: 'everybody',
    formerUserIds: formerUserIds.slice(0, MAX_IDS_PER_NOTIFICATION),
  })
}

/** Tells the trainer's and the admins' open pages who is in the room now. */
export async function publishToModeratorPages(context: DatabaseContext, sessionId: SessionId): Promise<void> {
  await notifyChannel(context, { kind: 'session', sessionId, audience: 'moderators', formerUserIds: [] })
}

/** Tells at once of several rooms who is in them: of some to everybody, of others to trainers and admins alone. */
export async function publishToPagesOfSessions(
  context: DatabaseContext,
  { forEverybody, forModerators }: { forEverybody: SessionId[]; forModerators: SessionId[] },
): Promise<void> {
  const envelopes: EventEnvelope[] = [
    ...forEverybody.map((sessionId) => ({ sessionId, audience: 'everybody' as const })),
    ...forModerators.map((sessionId) => ({ sessionId, audience: 'moderators' as const })),
  ].map((event) => ({ kind: 'session', formerUserIds: [], ...event }))
  if (envelopes.length > 0) await notifyChannel(context, ...envelopes)
}

/** Tells the open pages of people that there is something to read for them. */
export async function publishNewNotices(context: DatabaseContext, userIds: string[]): Promise<void> {
  const envelopes: EventEnvelope[] = []
  for (let from = 0; from < userIds.length; from += MAX_IDS_PER_NOTIFICATION) {
    envelopes.push({ kind: 'notices', userIds: userIds.slice(from, from + MAX_IDS_PER_NOTIFICATION) })
  }
  if (envelopes.length > 0) await notifyChannel(context, ...envelopes)
}

async function notifyChannel({ database }: DatabaseContext, ...envelopes: EventEnvelope[]): Promise<void> {
  const payloads = envelopes.map((envelope) => JSON.stringify(envelope))
  await database.$executeRaw`
    SELECT pg_notify(${PAGE_EVENTS_CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`
}
