import 'server-only'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { openSessionRooms } from '#lib/classroom/room/open-session-rooms.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId } from '#lib/kernel/ids.ts'
import { tellLeaders } from '#lib/page-events/tell-pages.ts'
import { AT_THE_DOOR_FOR_MS } from '#lib/sessions/policy.ts'
import { toldAtTheDoor } from './told-at-the-door.ts'

/**
 * Whoever has given up waiting at the door of an open room is no longer shown to those inside who let in.
 * @throws MediaUnavailable
 */
export async function forgetKnocks(context: SystemContext): Promise<void> {
  const silent = await context.database.roomMember.findMany({
    where: { sessionId: { in: await openSessionRooms(context) }, ...hasGivenUp(context) },
    distinct: ['sessionId'],
    select: { sessionId: true },
  })
  for (const attendee of silent) await forgetKnocksIn(context, sessionId.parse(attendee.sessionId))
}

async function forgetKnocksIn(context: SystemContext, sessionId: SessionId): Promise<void> {
  await changeRoom(context, sessionId, async (context) => {
    const { count } = await context.database.roomMember.updateMany({
      where: { sessionId, ...hasGivenUp(context) },
      data: { entryRequestedAt: null, entryRequestSeenAt: null },
    })
    if (count === 0) return null
    await tellLeaders(context, sessionId)
    return toldAtTheDoor(context, sessionId)
  })
}

function hasGivenUp({ now }: SystemContext) {
  return { admittedAt: null, entryRequestSeenAt: { lt: new Date(now.getTime() - AT_THE_DOOR_FOR_MS) } }
}
