import 'server-only'
import { reconcileParticipants } from '#lib/classroom/entry/reconcile-room.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId as sessionIdSchema } from '#lib/kernel/ids.ts'
import { type OpenRoom, type Participant, sessionIdOf } from '#lib/livekit/media.ts'
import { publishToModeratorPages } from '#lib/page-events/publish-to-pages.ts'
import { recordJoined } from './presences.ts'

/** A presence is closed if its participant is missing in two checks that are at least this far apart, in ms. */
const MISSING_FOR_MS = 20_000

/**
 * Compares stored presences with the participants in LiveKit's rooms, repairs missed events and reconciles the
 * rooms, which removes intruders. A room that cannot be read stays as it is and does not delay the others. Safe to
 * run concurrently, so that several instances need no leader.
 * @throws MediaUnavailable if LiveKit does not answer, or not for one of its rooms
 */
export async function reconcilePresences(context: SystemContext): Promise<void> {
  const rooms = await context.media.listRooms()
  const present = new Set<string>()
  const faults = new Map<SessionId, unknown>()
  for (const room of rooms) {
    const sessionId = sessionIdSchema.safeParse(sessionIdOf(room.roomName))
    if (!sessionId.success) continue
    try {
      const participants = await context.media.listParticipants(room.roomName)
      for (const { sid } of participants) present.add(sid)
      await repairPresences(context, sessionId.data, room, participants)
      await reconcileParticipants(context, sessionId.data, participants)
    } catch (error) {
      faults.set(sessionId.data, error)
    }
  }
  await closeMissingPresences(context, present, [...faults.keys()])
  for (const fault of faults.values()) throw fault
}

async function repairPresences(
  context: SystemContext,
  sessionId: SessionId,
  room: OpenRoom,
  participants: Participant[],
): Promise<void> {
  const { database } = context
  await recordJoined(
    context,
    participants.map((participant) => ({
      sessionId,
      roomSid: room.sid,
      participant,
      at: participant.joinedAt,
    })),
  )
  const sids = participants.map(({ sid }) => sid)
  await database.presence.updateMany({
    where: { participantSid: { in: sids }, OR: [{ missingSince: { not: null } }, { estimated: true }] },
    data: { missingSince: null, leftAt: null, estimated: false },
  })
}

async function closeMissingPresences(
  { database, now }: SystemContext,
  present: Set<string>,
  unreadSessionIds: SessionId[],
): Promise<void> {
  const open = await database.presence.findMany({
    // People who joined after the rooms were read are not missing.
    where: { leftAt: null, joinedAt: { lt: now }, sessionId: { notIn: unreadSessionIds } },
    select: { id: true, participantSid: true, missingSince: true, sessionId: true },
  })
  const missing = open.filter((presence) => !present.has(presence.participantSid))
  const newlyMissing = missing.filter((presence) => presence.missingSince === null)
  const latest = new Date(now.getTime() - MISSING_FOR_MS)
  const gone = missing.filter((presence) => presence.missingSince !== null && presence.missingSince <= latest)
  await database.presence.updateMany({
    where: { id: { in: newlyMissing.map((presence) => presence.id) }, missingSince: null },
    data: { missingSince: now },
  })
  for (const presence of gone) {
    await database.presence.updateMany({
      where: { id: presence.id, leftAt: null, missingSince: presence.missingSince },
      data: { leftAt: presence.missingSince, estimated: true },
    })
  }
  for (const sessionId of new Set(gone.map((presence) => presence.sessionId))) {
    await publishToModeratorPages({ database }, sessionIdSchema.parse(sessionId))
  }
}
