import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { arrayText } from '#lib/database/array-text.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import type { Participant } from '#lib/livekit/media.ts'

type DatabaseContext = Pick<SystemContext, 'database'>

/** A participant who is in a session's room at the moment `at`. */
export type ObservedParticipant = {
  sessionId: SessionId
  roomSid: string
  participant: Participant
  at: Date
}

/**
 * Records that people are in rooms. A presence is identified by the participant's sid, because events may arrive
 * twice, late or in the wrong order. Unknown people and sessions are ignored.
 */
export async function recordJoined(context: DatabaseContext, observed: ObservedParticipant[]): Promise<void> {
  await createPresences(
    context,
    observed.map((observation) => ({ ...observation, leftAt: null })),
  )
}

/** Records that people left. Without a recorded start, the presence starts at the join time of LiveKit. */
export async function recordLeft(context: DatabaseContext, observed: ObservedParticipant[]): Promise<void> {
  if (observed.length === 0) return
  const gone = observed.map((observation) => {
    const { at, participant } = observation
    return { ...observation, leftAt: new Date(Math.max(at.getTime(), participant.joinedAt.getTime())) }
  })
  await createPresences(context, gone)
  const sids = gone.map(({ participant }) => participant.sid)
  const times = gone.map(({ leftAt }) => leftAt.toISOString())
  await context.database.$executeRaw`
    UPDATE "Presence" presence SET "leftAt" = gone."leftAt", "estimated" = false, "missingSince" = NULL
    FROM unnest(${arrayText(sids)}::text[], ${arrayText(times)}::timestamptz[]) AS gone ("sid", "leftAt")
    WHERE presence."participantSid" = gone."sid" AND (presence."leftAt" IS NULL OR presence."estimated")`
}

/** Ends the presences in closed rooms. */
export async function closePresencesOfRooms(
  { database }: DatabaseContext,
  closed: { roomSid: string; at: Date }[],
): Promise<void> {
  if (closed.length === 0) return
  const sids = closed.map(({ roomSid }) => roomSid)
  const times = closed.map(({ at }) => at.toISOString())
  await database.$executeRaw`
    UPDATE "Presence" presence SET "leftAt" = closed."at", "missingSince" = NULL
    FROM unnest(${arrayText(sids)}::text[], ${arrayText(times)}::timestamptz[]) AS closed ("sid", "at")
    WHERE presence."roomSid" = closed."sid" AND presence."leftAt" IS NULL`
}

async function createPresences(
  { database }: DatabaseContext,
  presences: (Omit<ObservedParticipant, 'at'> & { leftAt: Date | null })[],
): Promise<void> {
  const known = presences.flatMap(({ sessionId, roomSid, participant, leftAt }) => {
    const device = participant.person ? deviceOf(participant.identity) : null
    const { sid: participantSid, joinedAt } = participant
    return device ? [{ sessionId, ...device, roomSid, participantSid, joinedAt, leftAt }] : []
  })
  if (known.length === 0) return
  await database.$executeRaw`
    INSERT INTO "Presence"
      ("id", "sessionId", "userId", "roomSid", "participantSid", "companion", "joinedAt", "leftAt")
    SELECT gen_random_uuid(), presence."sessionId", presence."userId", presence."roomSid", presence."participantSid",
      presence."companion", presence."joinedAt", presence."leftAt"
    FROM jsonb_to_recordset(${JSON.stringify(known)}::jsonb) AS presence
      ("sessionId" uuid, "userId" uuid, "roomSid" text, "participantSid" text, "companion" boolean,
       "joinedAt" timestamptz, "leftAt" timestamptz)
    JOIN "User" person ON person."id" = presence."userId"
    JOIN "ClassSession" session ON session."id" = presence."sessionId"
    ON CONFLICT ("participantSid") DO NOTHING`
}
