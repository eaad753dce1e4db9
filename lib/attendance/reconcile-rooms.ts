import 'server-only'
import { settleParticipants } from '#lib/classroom/entry/settle-room.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId as sessionIdSchema } from '#lib/kernel/ids.ts'
import { type OpenRoom, type Participant, sessionIdOf } from '#lib/livekit/media.ts'
import { tellLeaders } from '#lib/page-events/tell-pages.ts'
import { recordJoined } from './stays.ts'

/** A stay is closed when its participant was missing at two looks that lie at least this far apart, in ms. */
const MISSING_FOR = 20_000

/**
 * Compares what is stored with who is in LiveKit's rooms: heals missed events and puts out who should not be
 * inside. A room that cannot be looked at stays as it is and does not hold up the others. Safe to run at once with
 * itself, so that several instances need no leader.
 * @throws MediaUnavailable where LiveKit does not answer, or not for one of its rooms
 */
export async function reconcileRooms(context: SystemContext): Promise<void> {
  const rooms = await context.media.listRooms()
  const present = new Set<string>()
  const faults = new Map<SessionId, unknown>()
  for (const room of rooms) {
    const sessionId = sessionIdSchema.safeParse(sessionIdOf(room.roomName))
    if (!sessionId.success) continue
    try {
      const participants = await context.media.listParticipants(room.roomName)
      for (const { sid } of participants) present.add(sid)
      await healRoom(context, sessionId.data, room, participants)
      await settleParticipants(context, sessionId.data, participants)
    } catch (error) {
      faults.set(sessionId.data, error)
    }
  }
  await closeMissing(context, present, [...faults.keys()])
  for (const fault of faults.values()) throw fault
}

async function healRoom(
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

async function closeMissing(
  { database, now }: SystemContext,
  present: Set<string>,
  unseen: SessionId[],
): Promise<void> {
  const open = await database.presence.findMany({
    // Who came after the rooms were read is not missing.
    where: { leftAt: null, joinedAt: { lt: now }, sessionId: { notIn: unseen } },
    select: { id: true, participantSid: true, missingSince: true, sessionId: true },
  })
  const missing = open.filter((stay) => !present.has(stay.participantSid))
  const firstMiss = missing.filter((stay) => stay.missingSince === null)
  const latest = new Date(now.getTime() - MISSING_FOR)
  const gone = missing.filter((stay) => stay.missingSince !== null && stay.missingSince <= latest)
  await database.presence.updateMany({
    where: { id: { in: firstMiss.map((stay) => stay.id) }, missingSince: null },
    data: { missingSince: now },
  })
  for (const stay of gone) {
    await database.presence.updateMany({
      where: { id: stay.id, leftAt: null, missingSince: stay.missingSince },
      data: { leftAt: stay.missingSince, estimated: true },
    })
  }
  for (const sessionId of new Set(gone.map((stay) => stay.sessionId))) {
    await tellLeaders({ database }, sessionIdSchema.parse(sessionId))
  }
}
