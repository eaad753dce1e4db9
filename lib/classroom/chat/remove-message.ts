import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission, requireParticipant } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { chatUpdate } from './chat-update.ts'
import { maySeeMessage, OWN_REMOVAL_MS } from './policy.ts'

/**
 * Removes a message from the chat: an own message within 10 minutes, or a visible message with the permission
 * `messages`. The text is kept for review. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict`
 */
export async function removeMessage(
  context: Context,
  { sessionId, messageId }: { sessionId: SessionId; messageId: string },
): Promise<{ number: number }> {
  const { actor, now } = context
  const message = await context.database.message.findFirst({
    where: { id: messageId, sessionId },
    select: { authorId: true, privateWith: true, createdAt: true },
  })
  const isOwn = message?.authorId === actor.id
  const isFresh = message && now.getTime() - message.createdAt.getTime() < OWN_REMOVAL_MS
  const access =
    isOwn && isFresh
      ? await requireParticipant(context, sessionId)
      : await requireAssistantPermission(context, sessionId, 'messages')
  if (!message || !(isOwn || maySeeMessage(actor, access, message)))
    throw new Refusal('not_found', 'noSuchMessage')
  const number = await changeRoom(context, sessionId, async (context, { number }) => {
    const { count } = await context.database.message.updateMany({
      where: { id: messageId, removedAt: null },
      data: { removedAt: now, removedById: actor.id, changeNumber: number },
    })
    if (count === 0) return null
    if (!isOwn) {
      await recordAudit(context, {
        action: 'message_removed',
        subject: 'session',
        subjectId: sessionId,
        before: { userId: message.authorId },
      })
    }
    const by = { id: actor.id, name: actor.name }
    const change = { kind: 'message_removed' as const, messageId, by }
    return chatUpdate(context, sessionId, { change, privateWith: message.privateWith })
  })
  return { number }
}
