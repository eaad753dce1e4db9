import 'server-only'
import { deviceOf } from '#lib/livekit/identity.ts'
import type { Participant } from '#lib/livekit/media.ts'
import type { SystemContext } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'

type Storing = Pick<SystemContext, 'database'>

/** A stay is identified by the participant's sid: events may come twice, late or in the wrong order. */
async function createStay(
  { database }: Storing,
  sessionId: SessionId,
  roomSid: string,
  { identity, sid, joinedAt, person }: Participant,
  leftAt: Date | null,
): Promise<void> {
  const device = deviceOf(identity)
  if (!person || !device) return
  const known =
    (await database.user.count({ where: { id: device.userId } })) > 0 &&
    (await database.classSession.count({ where: { id: sessionId } })) > 0
  if (!known) return
  await database.stay.createMany({
    data: { sessionId, ...device, roomSid, participantSid: sid, joinedAt, leftAt },
    skipDuplicates: true,
  })
}

/** Somebody is in the room. */
export async function recordJoined(
  context: Storing,
  sessionId: SessionId,
  roomSid: string,
  participant: Participant,
): Promise<void> {
  await createStay(context, sessionId, roomSid, participant, null)
}

/** Somebody left the room at `at`; without a known beginning, the stay begins when LiveKit says it did. */
export async function recordLeft(
  context: Storing,
  sessionId: SessionId,
  roomSid: string,
  participant: Participant,
  at: Date,
): Promise<void> {
  const leftAt = new Date(Math.max(at.getTime(), participant.joinedAt.getTime()))
  await createStay(context, sessionId, roomSid, participant, leftAt)
  await context.database.stay.updateMany({
    where: { participantSid: participant.sid, OR: [{ leftAt: null }, { estimated: true }] },
    data: { leftAt, estimated: false, missingSince: null },
  })
}

/** The room is closed: nobody is in it any more. */
export async function closeStaysOfRoom({ database }: Storing, roomSid: string, leftAt: Date): Promise<void> {
  await database.stay.updateMany({
    where: { roomSid, leftAt: null },
    data: { leftAt, missingSince: null },
  })
}
