import 'server-only'
import { peopleWithPlace } from '#lib/classroom/people-at-the-door.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { clearPerson } from '#lib/classroom/room/clear-person.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, type UserId, userId } from '#lib/kernel/ids.ts'

/**
 * Whoever has lost their place in a session, in whatever way, leaves nothing behind in its room: no hand in line, no
 * word, no part of leading.
 */
export async function clearLeavers(context: SystemContext, sessionId: SessionId): Promise<void> {
  for (const leaver of await findLeavers(context, sessionId)) {
    await changeRoom(context, sessionId, async (context, room) => {
      const isOut = (await findLeavers(context, sessionId)).includes(leaver)
      return isOut ? { change: await clearPerson(context, room, leaver) } : null
    })
  }
}

async function findLeavers(context: SystemContext, sessionId: SessionId): Promise<UserId[]> {
  const session = await context.database.classSession.findUnique({
    where: { id: sessionId },
    select: {
      trainerId: true,
      classroom: { select: { speakerId: true, spotlightId: true } },
      roomMembers: {
        where: {
          OR: [
            { handNumber: { not: null } },
            { assistantPermissions: { isEmpty: false } },
            { audioOnly: true },
            { entryRequestedAt: { not: null }, admittedAt: null },
          ],
        },
        select: { userId: true },
      },
    },
  })
  if (!session) return []
  const { trainerId, classroom, roomMembers } = session
  const holders = [
    ...new Set([
      ...roomMembers.map((attendee) => attendee.userId),
      classroom?.speakerId,
      classroom?.spotlightId,
    ]),
  ].flatMap((id) => (id ? userId.parse(id) : []))
  if (holders.length === 0) return []
  const placed = await peopleWithPlace(context, { id: sessionId, trainerId }, holders)
  return holders.filter((id) => !placed.has(id))
}
