import 'server-only'
import { requireParticipant } from '#lib/classroom/guards.ts'
import { personInRoom, takesPart } from '#lib/classroom/policy.ts'
import { sendRoomUpdate } from '#lib/classroom/room/publish-to-room.ts'
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
  const access = await requireParticipant(context, sessionId)
  if (!takesPart(personInRoom(context.actor, access, access), access))
    throw new Refusal('conflict', 'classNotStarted')
  await sendRoomUpdate(context.media, sessionId, { kind: 'reaction', userId: context.actor.id, reaction })
  return {}
}
