import 'server-only'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { openSessionRooms } from '#lib/classroom/room/open-session-rooms.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId } from '#lib/kernel/ids.ts'
import { publishToModeratorPages } from '#lib/page-events/publish-to-pages.ts'
import { LOBBY_TIMEOUT_MS } from '#lib/sessions/policy.ts'
import { lobbyUpdate } from './lobby-update.ts'

/**
 * Removes expired entry requests from the lobby of each open room, and updates the moderators who may admit.
 * @throws MediaUnavailable
 */
export async function expireEntryRequests(context: SystemContext): Promise<void> {
  const stale = await context.database.roomMember.findMany({
    where: { sessionId: { in: await openSessionRooms(context) }, ...staleRequestFilter(context) },
    distinct: ['sessionId'],
    select: { sessionId: true },
  })
  for (const member of stale) await expireEntryRequestsIn(context, sessionId.parse(member.sessionId))
}

async function expireEntryRequestsIn(context: SystemContext, sessionId: SessionId): Promise<void> {
  await changeRoom(context, sessionId, async (context) => {
    const { count } = await context.database.roomMember.updateMany({
      where: { sessionId, ...staleRequestFilter(context) },
      data: { entryRequestedAt: null, entryRequestSeenAt: null },
    })
    if (count === 0) return null
    await publishToModeratorPages(context, sessionId)
    return lobbyUpdate(context, sessionId)
  })
}

function staleRequestFilter({ now }: SystemContext) {
  return { admittedAt: null, entryRequestSeenAt: { lt: new Date(now.getTime() - LOBBY_TIMEOUT_MS) } }
}
