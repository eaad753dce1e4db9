import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type EventEnvelope, PAGE_EVENTS_CHANNEL } from './event-envelope.ts'

type DatabaseContext = Pick<SystemContext, 'database'>

/**
 * PostgreSQL limits a notification to 8000 bytes, which a hundred ids fit. Omitted users load the change with their
 * next read.
 */
const MAX_IDS_PER_NOTIFICATION = 100

/**
 * Publishes a change of the session to open pages. PostgreSQL sends it after the transaction's commit, or never.
 * @param formerUserIds ids of users who lost their seat or assignment with this change
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

/** Publishes a join or leave to the open pages of the trainer, assistants and admins. */
export async function publishToModeratorPages(context: DatabaseContext, sessionId: SessionId): Promise<void> {
  await notifyChannel(context, { kind: 'session', sessionId, audience: 'moderators', formerUserIds: [] })
}

/** Publishes joins and leaves of several rooms: some to everybody, others to moderators only. */
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

/** Publishes new notices to the open pages of their readers. */
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
