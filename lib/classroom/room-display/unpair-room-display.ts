import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireModerator } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { Context, SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { hashSecret } from './secret.ts'

/**
 * Unpairs the room display from the session's class. No-op if there is none.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function unpairRoomDisplay(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<{ number: number }> {
  await requireModerator(context, sessionId)
  return { number: await unpair(context, sessionId, {}) }
}

/** Unpairs a room display by its own secret. No-op if it is not paired. */
export async function unpairFromDisplay(
  context: SystemContext,
  { secret }: { secret: string },
): Promise<Record<string, never>> {
  const bySecret = { secretHash: hashSecret(secret) }
  const device = await context.database.roomDisplay.findUnique({
    where: bySecret,
    select: { sessionId: true },
  })
  if (device?.sessionId) await unpair(context, toSessionId.parse(device.sessionId), bySecret)
  return {}
}

async function unpair(
  context: SystemContext & { actor?: Actor },
  sessionId: SessionId,
  only: { secretHash?: Uint8Array<ArrayBuffer> },
): Promise<number> {
  return changeRoom(context, sessionId, async (context) => {
    const { count } = await context.database.roomDisplay.updateMany({
      where: { sessionId, ...only },
      data: { sessionId: null, unpairedAt: context.now },
    })
    if (count === 0) return null
    await recordAudit(context, { action: 'room_display_unpaired', subject: 'session', subjectId: sessionId })
    return { change: { kind: 'state_patch', patch: { roomDisplay: null } }, rights: 'reduced' }
  })
}
