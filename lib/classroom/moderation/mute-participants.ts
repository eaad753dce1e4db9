import 'server-only'
import type { z } from 'zod'
import type { AuditAction } from '#lib/audit/api.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { muteParticipantsEndpoint } from '#lib/classroom/api.ts'
import { requireAssistantPermission } from '#lib/classroom/guards.ts'
import { readModeratorIds } from '#lib/classroom/room/read-moderator-ids.ts'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { isRoomDisplay } from '#lib/livekit/ids.ts'
import { changeLocks } from './change-locks.ts'
import { tryMuteTracks } from './mute-tracks.ts'

const actions = {
  microphone: 'microphones_muted',
  camera: 'cameras_stopped',
  screen: 'screens_stopped',
} as const satisfies Record<TrackSource, AuditAction>

type Input = { sessionId: SessionId } & z.output<typeof muteParticipantsEndpoint.body>

/**
 * Mutes the microphones of participants in the session's room, or stops their cameras or screens: those of the
 * named participants, or of everyone except moderators. With `lock`, students can't turn them on again; that needs the
 * permission `locks` too. The trainer is never muted, nor is the room display, which
 * may carry the trainer's voice. Idempotent.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 * @throws MediaUnavailable if LiveKit does not answer for a participant; the others are muted
 */
export async function muteParticipants(
  context: Context,
  { sessionId, source, userIds, except = [], lock }: Input,
): Promise<DataOf<typeof muteParticipantsEndpoint>> {
  const { trainerId } = await requireAssistantPermission(context, sessionId, 'mute')
  const locked = lock && (await changeLocks(context, { sessionId, locks: { [source]: true } }))
  const requestedIds = userIds && new Set<string>(userIds)
  const exemptIds = new Set<string>([
    trainerId,
    ...except,
    ...(await readModeratorIds(context, sessionId, 'any')),
  ])
  const { ownerIds, faults } = await tryMuteTracks(
    context,
    sessionId,
    (track) =>
      track.source === source &&
      !isRoomDisplay(track.identity) &&
      track.owner !== trainerId &&
      (requestedIds ? requestedIds.has(track.owner) : !exemptIds.has(track.owner)),
  )
  if (ownerIds.length > 0) {
    await recordAudit(context, {
      action: actions[source],
      subject: 'session',
      subjectId: sessionId,
      after: { studentIds: ownerIds },
    })
  }
  for (const fault of faults) throw fault
  return { muted: ownerIds.length, ...(locked && { number: locked.number }) }
}
