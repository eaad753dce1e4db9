import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission, requireParticipant } from '#lib/classroom/guards.ts'
import { muteTracks } from '#lib/classroom/moderation/mute-tracks.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { writeRoomMember } from '#lib/classroom/room/room-members.ts'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { readNamesInClass } from '#lib/identity/namesakes.ts'
import { type SessionId, type UserId, userId as userIdSchema } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { notErased } from '#lib/sessions/seats/seats-of.ts'

/**
 * Gives the floor to a student of the session, by default the next in the queue. Their hand is lowered, they are
 * asked to unmute, and a microphone lock does not apply to them. The previous speaker is muted. Idempotent for a
 * named student; without `userId`, each call moves on to the next student.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function grantFloor(
  context: Context,
  { sessionId, userId }: { sessionId: SessionId; userId?: UserId | undefined },
): Promise<{ userId: UserId | null; number: number }> {
  await requireAssistantPermission(context, sessionId, 'hands')
  let speakerId: UserId | null = null
  let previousSpeakerId: string | null = null
  const number = await changeRoom(context, sessionId, async (context, room) => {
    const { database, now } = context
    const nextSpeakerId = userId ?? (await findNextInQueue(context, sessionId))
    speakerId = nextSpeakerId
    previousSpeakerId = nextSpeakerId && room.speakerId !== nextSpeakerId ? room.speakerId : null
    if (!nextSpeakerId) return null
    const student = await database.user.findFirst({
      where: { id: nextSpeakerId, ...studentFilter(sessionId) },
      select: { id: true },
    })
    if (!student) throw new Refusal('conflict', 'floorOnlyStudents')
    if (room.speakerId === nextSpeakerId) return null
    await writeRoomMember(
      context,
      { sessionId, userId: nextSpeakerId },
      { handNumber: null, handRaisedAt: null },
    )
    await database.classroom.update({
      where: { sessionId },
      data: { speakerId: nextSpeakerId, floorGrantedAt: now },
    })
    await recordAudit(context, {
      action: 'floor_granted',
      subject: 'session',
      subjectId: sessionId,
      after: { userId: nextSpeakerId },
    })
    const names = await readNamesInClass(context, sessionId, [nextSpeakerId])
    const floor = { userId: nextSpeakerId, name: names.get(nextSpeakerId) ?? '', since: now.toISOString() }
    return {
      change: { kind: 'state_patch', patch: { floor } },
      rights: previousSpeakerId ? 'reduced' : 'extended',
    }
  })
  await mutePreviousSpeaker(context, sessionId, previousSpeakerId)
  return { userId: speakerId, number }
}

/**
 * Takes back the floor and mutes the speaker. Speakers may also give it back themselves. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict`
 */
export async function takeBackFloor(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<{ number: number }> {
  let previousSpeakerId: string | null = null
  const number = await changeRoom(context, sessionId, async (context, { speakerId }) => {
    const { id, role } = context.actor
    // Checked under the lock of the room's row: another student may have the floor by then.
    if (role === 'STUDENT' && (!speakerId || speakerId === id)) await requireParticipant(context, sessionId)
    else await requireAssistantPermission(context, sessionId, 'hands')
    previousSpeakerId = speakerId
    if (!speakerId) return null
    await context.database.classroom.update({
      where: { sessionId },
      data: { speakerId: null, floorGrantedAt: null },
    })
    await recordAudit(context, {
      action: 'floor_taken_back',
      subject: 'session',
      subjectId: sessionId,
      before: { userId: speakerId },
    })
    return { change: { kind: 'state_patch', patch: { floor: null } }, rights: 'reduced' }
  })
  await mutePreviousSpeaker(context, sessionId, previousSpeakerId)
  return { number }
}

/** Mutes the microphone of the previous speaker. @throws MediaUnavailable */
async function mutePreviousSpeaker(
  context: Context,
  sessionId: SessionId,
  previousSpeakerId: string | null,
): Promise<void> {
  if (!previousSpeakerId) return
  await muteTracks(
    context,
    sessionId,
    ({ source, owner }) => source === 'microphone' && owner === previousSpeakerId,
  )
}

/** Students only: moderators can raise a hand too, but do not need the floor. */
function studentFilter(sessionId: SessionId) {
  return {
    ...notErased,
    seats: { some: { sessionId } },
    removals: { none: { sessionId } },
  } satisfies Prisma.UserWhereInput
}

async function findNextInQueue({ database }: Context, sessionId: SessionId): Promise<UserId | null> {
  const first = await database.roomMember.findFirst({
    where: { sessionId, handNumber: { not: null }, user: studentFilter(sessionId) },
    orderBy: { handNumber: 'asc' },
    select: { userId: true },
  })
  return first && userIdSchema.parse(first.userId)
}
