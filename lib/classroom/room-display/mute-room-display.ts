import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { requireAssistantPermission } from '#lib/classroom/guards.ts'
import { tryMuteTracks } from '#lib/classroom/moderation/mute-tracks.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { isRoomDisplay } from '#lib/livekit/ids.ts'

/**
 * Mutes the microphone of the room display, and returns whether it was on. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 * @throws MediaUnavailable if LiveKit does not answer
 */
export async function muteRoomDisplay(
  context: Context,
  { sessionId }: { sessionId: SessionId },
): Promise<{ muted: boolean }> {
  await requireAssistantPermission(context, sessionId, 'mute')
  const { ownerIds, faults } = await tryMuteTracks(
    context,
    sessionId,
    ({ source, identity }) => source === 'microphone' && isRoomDisplay(identity),
  )
  const muted = ownerIds.length > 0
  if (muted)
    await recordAudit(context, { action: 'room_display_muted', subject: 'session', subjectId: sessionId })
  for (const fault of faults) throw fault
  return { muted }
}
