import 'server-only'
import { requireAssistantPermission } from '#lib/classroom/guards.ts'
import { changeRoom, changeRoomAsParticipant, type RoomOutcome } from '#lib/classroom/room/change-room.ts'
import { readModeratorIds } from '#lib/classroom/room/read-moderator-ids.ts'
import { countPaces, writeRoomMember } from '#lib/classroom/room/room-members.ts'
import type { Context } from '#lib/context/context.ts'
import type { Pace } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/**
 * Stores how well the actor, a student, can follow the class; null clears it. The trainer receives only counts.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function sendPace(
  context: Context,
  { sessionId, pace }: { sessionId: SessionId; pace: Pace | null },
): Promise<{ number: number }> {
  const { actor } = context
  const number = await changeRoomAsParticipant(context, sessionId, async (context) => {
    if (actor.role !== 'STUDENT') throw new Refusal('forbidden', 'paceOnlyStudents')
    const key = { sessionId, userId: actor.id }
    const before = await context.database.roomMember.findUnique({ where: { sessionId_userId: key } })
    if ((before?.pace ?? null) === pace) return null
    await writeRoomMember(context, key, { pace })
    return paceUpdate(context, sessionId)
  })
  return { number }
}

/** Resets the pace counts of the session. @throws Refusal `not_found`, `forbidden`, `conflict` */
export async function clearPace(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<{ number: number }> {
  await requireAssistantPermission(context, sessionId, 'hands')
  const number = await changeRoom(context, sessionId, async (context) => {
    const { count } = await context.database.roomMember.updateMany({
      where: { sessionId, pace: { not: null } },
      data: { pace: null },
    })
    return count === 0 ? null : paceUpdate(context, sessionId)
  })
  return { number }
}

async function paceUpdate(context: Context, sessionId: SessionId): Promise<RoomOutcome> {
  const members = await context.database.roomMember.findMany({
    where: { sessionId },
    select: { pace: true },
  })
  return {
    change: { kind: 'state_patch', patch: { pace: countPaces(members) } },
    recipientIds: await readModeratorIds(context, sessionId),
  }
}
