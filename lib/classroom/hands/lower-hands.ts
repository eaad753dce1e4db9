import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission, requireParticipant } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'

/** Lowers all hands in the session. Idempotent. @throws Refusal `not_found`, `forbidden`, `conflict` */
export async function lowerHands(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<{ number: number }> {
  await requireAssistantPermission(context, sessionId, 'hands')
  return { number: await lower(context, sessionId) }
}

/**
 * Lowers the actor's own hand or, with the permission `hands`, the hand of another participant. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict`
 */
export async function lowerHand(
  context: Context,
  { sessionId, userId }: { sessionId: SessionId; userId: UserId },
): Promise<{ number: number }> {
  if (userId === context.actor.id) await requireParticipant(context, sessionId)
  else await requireAssistantPermission(context, sessionId, 'hands')
  return { number: await lower(context, sessionId, userId) }
}

async function lower(context: Context, sessionId: SessionId, onlyUserId?: UserId): Promise<number> {
  return changeRoom(context, sessionId, async (context) => {
    const lowered = await context.database.roomMember.updateManyAndReturn({
      where: { sessionId, handNumber: { not: null }, ...(onlyUserId && { userId: onlyUserId }) },
      data: { handNumber: null, handRaisedAt: null },
      select: { userId: true },
    })
    const userIds = lowered.map((member) => member.userId)
    if (userIds.length === 0) return null
    if (onlyUserId !== context.actor.id) {
      await recordAudit(context, {
        action: 'hands_lowered',
        subject: 'session',
        subjectId: sessionId,
        after: { studentIds: userIds },
      })
    }
    return { change: { kind: 'hands_lowered', userIds } }
  })
}
