import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import type { Participant } from '#lib/livekit/media.ts'

type Storing = Pick<SystemContext, 'database'>

/** A participant in a session's room, at the moment `at`. */
export type Presence = { sessionId: SessionId; roomSid: string; participant: Participant; at: Date }

/**
 * Stores that people are in rooms. A stay is identified by the participant's sid: events may come twice, late or in the
 * wrong order. Nothing is stored of people and sessions that are not known here.
 */
export async function recordJoined(context: Storing, presences: Presence[]): Promise<void> {
  await createStays(
    context,
    presences.map((presence) => ({ ...presence, leftAt: null })),
  )
}

/** Stores that people left; without a known beginning, the stay begins when LiveKit says it did. */
export async function recordLeft(context: Storing, presences: Presence[]): Promise<void> {
  if (presences.length === 0) return
  const gone = presences.map((presence) => {
    const { at, participant } = presence
    return { ...presence, leftAt: new Date(Math.max(at.getTime(), participant.joinedAt.getTime())) }
  })
  await createStays(context, gone)
  const sids = gone.map(({ participant }) => participant.sid)
  const times = gone.map(({ leftAt }) => leftAt.toISOString())
  await context.database.$executeRaw`
    UPDATE "Presence" stay SET "leftAt" = gone."leftAt", "estimated" = false, "missingSince" = NULL
    FROM unnest(${arrayText(sids)}::text[], ${arrayText(times)}::timestamptz[]) AS gone ("sid", "leftAt")
    WHERE stay."participantSid" = gone."sid" AND (stay."leftAt" IS NULL OR stay."estimated")`
}

/** Ends the stays in rooms that are closed. */
export async function closeStaysOfRooms(
  { database }: Storing,
  closed: { roomSid: string; at: Date }[],
): Promise<void> {
  if (closed.length === 0) return
  const sids = closed.map(({ roomSid }) => roomSid)
  const times = closed.map(({ at }) => at.toISOString())
  await database.$executeRaw`
    UPDATE "Presence" stay SET "leftAt" = closed."at", "missingSince" = NULL
    FROM unnest(${arrayText(sids)}::text[], ${arrayText(times)}::timestamptz[]) AS closed ("sid", "at")
    WHERE stay."roomSid" = closed."sid" AND stay."leftAt" IS NULL`
}

async function createStays(
  { database }: Storing,
  stays: (Omit<Presence, 'at'> & { leftAt: Date | null })[],
): Promise<void> {
  const ours = stays.flatMap(({ sessionId, roomSid, participant, leftAt }) => {
    const device = participant.person ? deviceOf(participant.identity) : null
    const { sid: participantSid, joinedAt } = participant
    return device ? [{ sessionId, ...device, roomSid, participantSid, joinedAt, leftAt }] : []
  })
  if (ours.length === 0) return
  await database.$executeRaw`
    INSERT INTO "Presence"
      ("id", "sessionId", "userId", "roomSid", "participantSid", "companion", "joinedAt", "leftAt")
    SELECT gen_random_uuid(), stay."sessionId", stay."userId", stay."roomSid", stay."participantSid",
      stay."companion", stay."joinedAt", stay."leftAt"
    FROM jsonb_to_recordset(${JSON.stringify(ours)}::jsonb) AS stay
      ("sessionId" uuid, "userId" uuid, "roomSid" text, "participantSid" text, "companion" boolean,
       "joinedAt" timestamptz, "leftAt" timestamptz)
    JOIN "User" person ON person."id" = stay."userId"
    JOIN "ClassSession" session ON session."id" = stay."sessionId"
    ON CONFLICT ("participantSid") DO NOTHING`
}
