import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessLeader } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { Context, SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { hashSecret } from './secret.ts'

/** Takes the room's screen out of the session's class; where there is none, nothing changes. @throws Refusal `not_found`, `forbidden` */
export async function unpairHall(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<Record<string, never>> {
  await refuseUnlessLeader(context, sessionId)
  await takeOut(context, sessionId, {})
  return {}
}

/** The same from the screen itself; one that is in no class stays as it is. */
export async function leaveHall(
  context: SystemContext,
  { secret }: { secret: string },
): Promise<Record<string, never>> {
  const own = { secretHash: hashSecret(secret) }
  const device = await context.database.roomDisplay.findUnique({ where: own, select: { sessionId: true } })
  if (device?.sessionId) await takeOut(context, toSessionId.parse(device.sessionId), own)
  return {}
}

async function takeOut(
  context: SystemContext & { actor?: Actor },
  sessionId: SessionId,
  which: { secretHash?: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await changeRoom(context, sessionId, async (context) => {
    const { count } = await context.database.roomDisplay.updateMany({
      where: { sessionId, ...which },
      data: { sessionId: null, unpairedAt: context.now },
    })
    if (count === 0) return null
    await recordAudit(context, { action: 'room_display_unpaired', subject: 'session', subjectId: sessionId })
    return { change: { kind: 'parts', parts: { hall: null } }, rights: 'narrowed' }
  })
}
