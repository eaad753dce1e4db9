import 'server-only'
import { refuseOutsider } from '#lib/classroom/guards.ts'
import { personInRoom, takesPart } from '#lib/classroom/policy.ts'
import { sendRoomNews } from '#lib/classroom/room/tell-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { Reaction } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/**
 * Shows everybody in the room a reaction of the actor's for a moment; nothing is kept.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict` (not begun)
 * @throws MediaUnavailable
 */
export async function react(
  context: Context,
  { sessionId, reaction }: { sessionId: SessionId; reaction: Reaction },
): Promise<Record<string, never>> {
  const door = await refuseOutsider(context, sessionId)
  if (!takesPart(personInRoom(context.actor, door, door), door))
    throw new Refusal('conflict', 'classNotBegun')
  await sendRoomNews(context.media, sessionId, { kind: 'reaction', userId: context.actor.id, reaction })
  return {}
}
