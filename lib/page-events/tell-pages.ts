import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { type Bulletin, NEWS_CHANNEL } from './bulletin.ts'

type Telling = Pick<SystemContext, 'database'>

/** PostgreSQL refuses notices over 8000 bytes: a hundred ids fit, and whoever is left out reads it at the next look. */
const MOST_IDS = 100

/**
 * Tells open pages that the session changed. In a transaction, PostgreSQL sends it with the commit, or never.
 * @param formerly ids of people who lost their place in it with this change
 */
export async function tellPages(
  context: Telling,
  sessionId: SessionId,
  formerly: string[] = [],
): Promise<void> {
  await notify(context, {
    kind: 'session',
    sessionId,
    audience: 'everybody',
    formerly: formerly.slice(0, MOST_IDS),
  })
}

/** Tells the trainer's and the admins' open pages who is in the room now. */
export async function tellLeaders(context: Telling, sessionId: SessionId): Promise<void> {
  await notify(context, { kind: 'session', sessionId, audience: 'leaders', formerly: [] })
}

/** Tells at once of several rooms who is in them: of some to everybody, of others to trainers and admins alone. */
export async function tellRooms(
  context: Telling,
  { everybody, leaders }: { everybody: SessionId[]; leaders: SessionId[] },
): Promise<void> {
  const bulletins: Bulletin[] = [
    ...everybody.map((sessionId) => ({ sessionId, audience: 'everybody' as const })),
    ...leaders.map((sessionId) => ({ sessionId, audience: 'leaders' as const })),
  ].map((told) => ({ kind: 'session', formerly: [], ...told }))
  if (bulletins.length > 0) await notify(context, ...bulletins)
}

/** Tells the open pages of people that there is something to read for them. */
export async function tellReaders(context: Telling, userIds: string[]): Promise<void> {
  const bulletins: Bulletin[] = []
  for (let from = 0; from < userIds.length; from += MOST_IDS) {
    bulletins.push({ kind: 'notices', readers: userIds.slice(from, from + MOST_IDS) })
  }
  if (bulletins.length > 0) await notify(context, ...bulletins)
}

async function notify({ database }: Telling, ...bulletins: Bulletin[]): Promise<void> {
  const payloads = bulletins.map((bulletin) => JSON.stringify(bulletin))
  await database.$executeRaw`
    SELECT pg_notify(${NEWS_CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`
}
