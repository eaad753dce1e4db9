import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireModerator } from '#lib/classroom/guards.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import { readRoomDisplay } from '#lib/classroom/room/read-room-display.ts'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { countOrRefuse } from '#lib/limits/count-or-refuse.ts'
import { type Counter, refundAttempts } from '#lib/limits/stored-counters.ts'
import type { pairRoomDisplayEndpoint } from './api.ts'

/**
 * Pairs the room display that shows the code with the session's running class. An earlier display is unpaired and
 * removed from the room. Idempotent by code.
 * @throws Refusal `not_found`, `forbidden`, `conflict` if the class is not running, `invalid` if no display shows
 * the code, `rate_limited` after 5 wrong codes in 10 minutes
 */
export async function pairRoomDisplay(
  context: Context,
  { sessionId, code }: { sessionId: SessionId; code: string },
): Promise<DataOf<typeof pairRoomDisplayEndpoint>> {
  const { status } = await requireModerator(context, sessionId)
  if (status !== 'in_progress') throw new Refusal('conflict', 'roomDisplayOnlyInClass')
  const counters: Counter[] = [{ limit: 'pairing-attempts', subject: context.actor.id }]
  // Counted before the code is checked, so that simultaneous guesses are counted too.
  const triesLeft = await countOrRefuse(context, counters, 'roomDisplayTooManyTries')
  const number = await changeRoom(context, sessionId, async (context) => {
    const { database, now, actor } = context
    const before = await database.roomDisplay.findUnique({ where: { sessionId }, select: { usedCode: true } })
    if (before?.usedCode === code) {
      await refundAttempts(context, counters)
      return null
    }
    await database.roomDisplay.updateMany({
      where: { sessionId },
      data: { sessionId: null, unpairedAt: now },
    })
    const { count } = await database.roomDisplay.updateMany({
      where: { code, codeExpiresAt: { gt: now } },
      data: { code: null, addressKey: null, usedCode: code, sessionId, pairedAt: now, pairedById: actor.id },
    })
    if (count === 0) {
      throw new Refusal('invalid', 'roomDisplayWrongCode', {
        values: { left: triesLeft },
        fields: { code: 'roomDisplayWrongCode' },
      })
    }
    await refundAttempts(context, counters)
    await recordAudit(context, { action: 'room_display_paired', subject: 'session', subjectId: sessionId })
    const roomDisplay = await readRoomDisplay(context, sessionId)
    return {
      change: { kind: 'state_patch', patch: { roomDisplay } },
      ...(before && { rights: 'reduced' as const }),
    }
  })
  const roomDisplay = await readRoomDisplay(context, sessionId)
  // The display was unpaired in between.
  if (!roomDisplay) throw new Refusal('conflict', 'roomDisplayEnded')
  return { ...roomDisplay, number }
}
