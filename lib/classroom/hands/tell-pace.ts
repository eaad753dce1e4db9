import 'server-only'
import { refuseUnlessHelping } from '#lib/classroom/guards.ts'
import { countPaces, writeAttendee } from '#lib/classroom/room/attendees.ts'
import { changeRoom, changeRoomFromInside, type RoomOutcome } from '#lib/classroom/room/change-room.ts'
import { peopleWhoLead } from '#lib/classroom/room/people-who-lead.ts'
import type { Context } from '#lib/context/context.ts'
import type { Pace } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/**
 * Tells the trainer quietly how it goes for the actor, a student; null takes it back. Only counts get to the trainer.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function tellPace(
  context: Context,
  { sessionId, pace }: { sessionId: SessionId; pace: Pace | null },
): Promise<Record<string, never>> {
  const { actor } = context
  await changeRoomFromInside(context, sessionId, async (context) => {
    if (actor.role !== 'STUDENT') throw new Refusal('forbidden', 'paceIsForStudents')
    const key = { sessionId, userId: actor.id }
    const before = await context.database.roomMember.findUnique({ where: { sessionId_userId: key } })
    if ((before?.pace ?? null) === pace) return null
    await writeAttendee(context, key, { pace })
    return tellCounts(context, sessionId)
  })
  return {}
}

/** Begins counting anew. @throws Refusal `not_found`, `forbidden`, `conflict` */
export async function clearPace(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<Record<string, never>> {
  await refuseUnlessHelping(context, sessionId, 'hands')
  await changeRoom(context, sessionId, async (context) => {
    const { count } = await context.database.roomMember.updateMany({
      where: { sessionId, pace: { not: null } },
      data: { pace: null },
    })
    return count === 0 ? null : tellCounts(context, sessionId)
  })
  return {}
}

async function tellCounts(context: Context, sessionId: SessionId): Promise<RoomOutcome> {
  const attendees = await context.database.roomMember.findMany({
    where: { sessionId },
    select: { pace: true },
  })
  return {
    change: { kind: 'parts', parts: { pace: countPaces(attendees) } },
    to: await peopleWhoLead(context, sessionId),
  }
}
