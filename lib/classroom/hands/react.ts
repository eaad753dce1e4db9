import 'server-only'
import { requireParticipant } from '#lib/classroom/guards.ts'
import { personInRoom, takesPart } from '#lib/classroom/policy.ts'
import { sendRoomUpdate } from '#lib/classroom/room/publish-to-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { Reaction } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/**
 * Shows the actor's reaction to everyone in the room for a moment. Nothing is stored.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict` (not started)
 * @throws MediaUnavailable
 */
export async function react(
  context: Context,
  { sessionId, reaction }: { sessionId: SessionId; reaction: Reaction },
): Promise<Record<string, never>> {
  const access = await requireParticipant(context, sessionId)
  if (!takesPart(personInRoom(context.actor, access, access), access))
    throw new Refusal('conflict', 'reactionsNotStarted')
  await sendRoomUpdate(context.media, sessionId, { kind: 'reaction', userId: context.actor.id, reaction })
  return {}
}
