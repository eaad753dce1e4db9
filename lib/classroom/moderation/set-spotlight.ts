import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessLeader } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { UserId } from '#lib/identity/ids.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'

/** Shows somebody's picture large for everybody, or nobody's; again changes nothing. @throws Refusal `not_found`, `forbidden` */
export async function setSpotlight(
  context: Context,
  { sessionId, userId }: { sessionId: SessionId; userId: UserId | null },
): Promise<Record<string, never>> {
  await refuseUnlessLeader(context, sessionId)
  await changeRoom(context, sessionId, async (context, room) => {
    if (room.spotlightId === userId) return null
    await context.database.classroom.update({ where: { sessionId }, data: { spotlightId: userId } })
    await recordAudit(context, {
      action: 'spotlight-set',
      subject: 'session',
      subjectId: sessionId,
      ...(room.spotlightId && { before: { userId: room.spotlightId } }),
      ...(userId && { after: { userId } }),
    })
    return { change: { kind: 'parts', parts: { spotlight: userId } } }
  })
  return {}
}
