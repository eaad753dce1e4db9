import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseOutsider, refuseUnlessHelping } from '#lib/classroom/guards.ts'
import { switchOff } from '#lib/classroom/moderation/switch-off.ts'
import { writeAttendee } from '#lib/classroom/room/attendees.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { readNamesInClass } from '#lib/identity/namesakes.ts'
import { type SessionId, type UserId, userId as userIdSchema } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { expected } from '#lib/sessions/seats/seats-of.ts'

/**
 * Gives a student of the session the word: their hand goes down, they are asked to unmute, and a lock of microphones
 * does not hold for them. Who had it before is muted. Again changes nothing. Where nobody is named it is the next in
 * line, and again the one after them.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 */
export async function giveWord(
  context: Context,
  { sessionId, userId }: { sessionId: SessionId; userId?: UserId | undefined },
): Promise<{ userId: UserId | null }> {
  await refuseUnlessHelping(context, sessionId, 'hands')
  let speaker: UserId | null = null
  let before: string | null = null
  await changeRoom(context, sessionId, async (context, room) => {
    const { database, now } = context
    const next = userId ?? (await nextInLine(context, sessionId))
    speaker = next
    before = next && room.speakerId !== next ? room.speakerId : null
    if (!next) return null
    const student = await database.user.findFirst({
      where: { id: next, ...studentOf(sessionId) },
      select: { id: true },
    })
    if (!student) throw new Refusal('conflict', 'wordOnlyInside')
    if (room.speakerId === next) return null
    await writeAttendee(context, { sessionId, userId: next }, { handNumber: null, handRaisedAt: null })
    await database.classroom.update({ where: { sessionId }, data: { speakerId: next, floorGrantedAt: now } })
    await recordAudit(context, {
      action: 'floor_granted',
      subject: 'session',
      subjectId: sessionId,
      after: { userId: next },
    })
    const names = await readNamesInClass(context, sessionId, [next])
    const word = { userId: next, name: names.get(next) ?? '', since: now.toISOString() }
    return { change: { kind: 'parts', parts: { word } }, rights: before ? 'narrowed' : 'widened' }
  })
  await muteFormer(context, sessionId, before)
  return { userId: speaker }
}

/**
 * Takes the word back, and mutes who had it; or who has it gives it back themselves. Again changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict`
 */
export async function takeWordBack(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<Record<string, never>> {
  let before: string | null = null
  await changeRoom(context, sessionId, async (context, { speakerId }) => {
    const { id, role } = context.actor
    // Asked for once they have the room's row: by then it may be somebody else's.
    if (role === 'STUDENT' && (!speakerId || speakerId === id)) await refuseOutsider(context, sessionId)
    else await refuseUnlessHelping(context, sessionId, 'hands')
    before = speakerId
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
    return { change: { kind: 'parts', parts: { word: null } }, rights: 'narrowed' }
  })
  await muteFormer(context, sessionId, before)
  return {}
}

/** Whoever had the word is no longer heard. @throws MediaUnavailable */
async function muteFormer(context: Context, sessionId: SessionId, former: string | null): Promise<void> {
  if (!former) return
  await switchOff(context, sessionId, ({ source, owner }) => source === 'microphone' && owner === former)
}

/** Who leads may have a hand up too, and needs no word. */
function studentOf(sessionId: SessionId) {
  return {
    ...expected,
    seats: { some: { sessionId } },
    removals: { none: { sessionId } },
  } satisfies Prisma.UserWhereInput
}

async function nextInLine({ database }: Context, sessionId: SessionId): Promise<UserId | null> {
  const first = await database.roomMember.findFirst({
    where: { sessionId, handNumber: { not: null }, user: studentOf(sessionId) },
    orderBy: { handNumber: 'asc' },
    select: { userId: true },
  })
  return first && userIdSchema.parse(first.userId)
}
