import 'server-only'
import { evaluateRooms } from '#lib/classroom/entry/evaluate-room.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import { isDatabaseUnavailable } from '#lib/database/faults.ts'
import { Prisma } from '#lib/database/generated/client.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import type { Participant } from '#lib/livekit/media.ts'
import { publishToPagesOfSessions } from '#lib/page-events/publish-to-pages.ts'
import { closePresencesOfRooms, type ObservedParticipant, recordJoined, recordLeft } from './presences.ts'
import { type StoredEvent, storedEvent } from './stored-event.ts'

/** A transaction for more events would hold its locks too long. */
const MAX_BATCH_SIZE = 200
const MAX_ATTEMPTS = 5
const MAX_RETRIED = 20

/**
 * Applies waiting events, the oldest first, and marks them in the same transaction. Safe to run concurrently: each
 * event is taken by one run. After a failed batch, its events are retried one by one, each at most 5 times.
 * @returns the number of applied events
 * @throws the database's error if the database does not answer
 */
export async function applyMediaEvents(context: SystemContext): Promise<number> {
  let applied = await applyBatch(
    context,
    Prisma.sql`"attempts" = 0 ORDER BY "receivedAt", "id" LIMIT ${MAX_BATCH_SIZE}`,
  )
  const failed = await context.database.webhookEvent.findMany({
    where: { processedAt: null, attempts: { gt: 0, lt: MAX_ATTEMPTS } },
    orderBy: [{ attempts: 'asc' }, { receivedAt: 'asc' }],
    take: MAX_RETRIED,
    select: { id: true },
  })
  for (const { id } of failed) applied += await applyBatch(context, Prisma.sql`"id" = ${id}`)
  return applied
}

/** Applies the waiting events that match a condition, all or none. */
async function applyBatch(context: SystemContext, condition: Prisma.Sql): Promise<number> {
  let ids: string[] = []
  try {
    await inTransaction(context, async (context) => {
      const { database, now } = context
      const rows = await database.$queryRaw<{ id: string; payload: unknown }[]>`
        SELECT "id", "payload" FROM "WebhookEvent"
        WHERE "processedAt" IS NULL AND ${condition}
        FOR UPDATE SKIP LOCKED`
      ids = rows.map(({ id }) => id)
      if (ids.length === 0) return
      await apply(
        context,
        rows.map(({ payload }) => storedEvent.parse(payload)),
      )
      await database.$executeRaw`
        UPDATE "WebhookEvent" SET "processedAt" = ${now} WHERE "id" = ANY(${arrayText(ids)}::text[])`
    })
    return ids.length
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error
    await countFailure(context, ids, error)
    return 0
  }
}

async function countFailure({ database }: SystemContext, ids: string[], error: unknown): Promise<void> {
  const failed = await database.webhookEvent.updateManyAndReturn({
    where: { id: { in: ids }, processedAt: null },
    data: { attempts: { increment: 1 } },
    select: { id: true, attempts: true },
  })
  for (const { id, attempts } of failed) {
    if (attempts === MAX_ATTEMPTS) console.error(`The media event ${id} could not be applied:`, error)
  }
}

/**
 * Records joins and leaves by participant sid, reconciles incorrect rooms, and publishes to pages. The number of
 * statements is the same for any number of events. In SQL, because Prisma would compile each statement anew, which
 * takes longer than everything else.
 */
async function apply(context: SystemContext, events: StoredEvent[]): Promise<void> {
  const trainers = await readTrainersOfSessions(context, [
    ...new Set(events.map(({ sessionId }) => sessionId)),
  ])
  const isTrainer = (event: StoredEvent) => {
    const device = 'participant' in event ? deviceOf(event.participant.identity) : null
    return device !== null && (trainers.get(event.sessionId)?.has(device.userId) ?? false)
  }
  await reconcileWhereNeeded(context, events, isTrainer)
  await recordJoined(context, participantsOf(events, 'joined'))
  await recordLeft(context, participantsOf(events, 'left'))
  await closePresencesOfRooms(
    context,
    events.flatMap(({ kind, roomSid, at }) => (kind === 'room_finished' ? [{ roomSid, at }] : [])),
  )
  // Waiting people need to know whether a trainer is inside; all other events are for moderators.
  const published = events.filter(({ kind }) => kind !== 'room_started')
  const forEverybody = new Set(published.filter(isTrainer).map(({ sessionId }) => sessionId))
  const forModerators = new Set(published.map(({ sessionId }) => sessionId)).difference(forEverybody)
  await publishToPagesOfSessions(context, {
    forEverybody: [...forEverybody],
    forModerators: [...forModerators],
  })
}

function participantsOf(events: StoredEvent[], kind: 'joined' | 'left'): ObservedParticipant[] {
  return events.flatMap((event) =>
    event.kind === kind && 'participant' in event
      ? [{ sessionId: event.sessionId, roomSid: event.roomSid, participant: event.participant, at: event.at }]
      : [],
  )
}

/** Reconciles incorrect rooms, and rooms that a trainer joins, because a trainer starts a supervised class. */
async function reconcileWhereNeeded(
  context: SystemContext,
  events: StoredEvent[],
  isTrainer: (event: StoredEvent) => boolean,
): Promise<void> {
  const arrivals = new Map<SessionId, Participant[]>()
  const withTrainer = new Set<SessionId>()
  for (const event of events) {
    if (event.kind !== 'joined' && event.kind !== 'room_started') continue
    const participants = arrivals.get(event.sessionId) ?? []
    arrivals.set(event.sessionId, participants)
    if (event.kind === 'joined') participants.push(event.participant)
    if (isTrainer(event)) withTrainer.add(event.sessionId)
  }
  const evaluations = await evaluateRooms(context, arrivals)
  const wrong = [...evaluations].flatMap(([sessionId, { mayBeOpen, intruders, corrections }]) =>
    mayBeOpen && intruders.length === 0 && corrections.length === 0 ? [] : [sessionId],
  )
  const payloads = [...withTrainer.union(new Set(wrong))].map((sessionId) => ({ sessionId }))
  await context.jobs.send(context, 'reconcile-room', payloads, { background: true })
}

/** The trainers of each session, including trainers who assist. */
async function readTrainersOfSessions(
  { database }: SystemContext,
  sessionIds: SessionId[],
): Promise<Map<string, Set<string>>> {
  const rows = await database.$queryRaw<{ sessionId: string; userId: string }[]>`
    SELECT session."id" AS "sessionId", session."trainerId" AS "userId"
    FROM "ClassSession" session WHERE session."id" = ANY(${arrayText(sessionIds)}::uuid[])
    UNION
    SELECT member."sessionId", member."userId"
    FROM "RoomMember" member
    JOIN "User" person ON person."id" = member."userId" AND person."role" = 'TRAINER'
    WHERE member."sessionId" = ANY(${arrayText(sessionIds)}::uuid[]) AND cardinality(member."assistantPermissions") > 0`
  const trainers = new Map<string, Set<string>>()
  for (const { sessionId, userId } of rows) {
    trainers.set(sessionId, (trainers.get(sessionId) ?? new Set()).add(userId))
  }
  return trainers
}
