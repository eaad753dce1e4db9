import 'server-only'
import { refuseEntry } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { lobbyOf, readRoomMembers, writeRoomMember } from '#lib/classroom/room/room-members.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { publishToModeratorPages } from '#lib/page-events/publish-to-pages.ts'
import { joinRefusal } from '#lib/sessions/join-policy.ts'
import { readSessionRow } from '#lib/sessions/read-session.ts'
import { sessionAccessOf } from '#lib/sessions/session-view.ts'
import type { EntryRequestStatus } from './api.ts'
import { lobbyUpdate } from './lobby-update.ts'

/**
 * Puts the actor in the lobby of a session whose trainer lets people in one by one. The moderators are notified
 * once; the position is kept for as long as the request is repeated. An actor who may enter directly is reported
 * as admitted.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function requestEntry(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<EntryRequestStatus> {
  const { actor, now } = context
  const access = sessionAccessOf(await readSessionRow(context, sessionId))
  const refusal = joinRefusal(actor, access)
  if (!refusal) return { admitted: true, position: 0, waiting: 0 }
  if (refusal !== 'not_admitted') throw refuseEntry(refusal)
  await changeRoom(context, sessionId, async (context) => {
    const lobbyBefore = lobbyOf(await readRoomMembers(context, sessionId), now)
    const wasInLobby = lobbyBefore.some(({ userId }) => userId === actor.id)
    const key = { sessionId, userId: actor.id }
    await writeRoomMember(context, key, {
      entryRequestSeenAt: now,
      ...(!wasInLobby && { entryRequestedAt: now }),
    })
    if (wasInLobby) return null
    await publishToModeratorPages(context, sessionId)
    return lobbyUpdate(context, sessionId)
  })
  const waiting = lobbyOf(await readRoomMembers(context, sessionId), now)
  const position = waiting.findIndex(({ userId }) => userId === actor.id) + 1
  return { admitted: false, position, waiting: waiting.length }
}
