import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { type SessionId, userId as toUserId } from '#lib/kernel/ids.ts'
import { changeRoomAsParticipant } from './change-room.ts'
import { writeRoomMember } from './room-members.ts'

/**
 * Sets whether the actor receives audio and screens only, or everything. Others can see it. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`
 */
export async function setReceiveMode(
  context: Context,
  { sessionId, mode }: { sessionId: SessionId; mode: 'all' | 'audio_and_screen' },
): Promise<{ number: number }> {
  const audioOnly = mode === 'audio_and_screen'
  const number = await changeRoomAsParticipant(context, sessionId, async ({ database, actor }) => {
    const key = { sessionId, userId: actor.id }
    const before = await database.roomMember.findUnique({ where: { sessionId_userId: key } })
    if ((before?.audioOnly ?? false) === audioOnly) return null
    await writeRoomMember({ database }, key, { audioOnly })
    const all = await database.roomMember.findMany({
      where: { sessionId, audioOnly: true },
      select: { userId: true },
    })
    return {
      change: { kind: 'state_patch', patch: { audioOnly: all.map(({ userId }) => toUserId.parse(userId)) } },
    }
  })
  return { number }
}
