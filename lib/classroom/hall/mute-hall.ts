import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { refuseUnlessHelping } from '#lib/classroom/guards.ts'
import { trySwitchOff } from '#lib/classroom/moderation/switch-off.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { isHall } from '#lib/livekit/ids.ts'

/**
 * Mutes the room's microphone, and answers whether it was on. Again changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 * @throws MediaUnavailable where LiveKit does not answer
 */
export async function muteHall(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<{ muted: boolean }> {
  await refuseUnlessHelping(context, sessionId, 'mute')
  const { owners, faults } = await trySwitchOff(
    context,
    sessionId,
    ({ source, identity }) => source === 'microphone' && isHall(identity),
  )
  const muted = owners.length > 0
  if (muted)
    await recordAudit(context, { action: 'room_display_muted', subject: 'session', subjectId: sessionId })
  for (const fault of faults) throw fault
  return { muted }
}
