import 'server-only'
import type { z } from 'zod'
import type { AuditAction } from '#lib/audit/api.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { muteParticipantsEndpoint } from '#lib/classroom/api.ts'
import { refuseUnlessHelping } from '#lib/classroom/guards.ts'
import { peopleWhoLead } from '#lib/classroom/room/people-who-lead.ts'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { isHall } from '#lib/livekit/ids.ts'
import { trySwitchOff } from './switch-off.ts'

const actions = {
  microphone: 'microphones_muted',
  camera: 'cameras_stopped',
  screen: 'screens_stopped',
} as const satisfies Record<TrackSource, AuditAction>

type Input = { sessionId: SessionId } & z.output<typeof muteParticipantsEndpoint.body>

/**
 * Mutes the microphones of some people in the session's room, or stops their cameras or screens: of those who are
 * named, or of everybody but those who lead. The trainer is never muted, nor is the room's screen, through which they
 * may be heard. Again changes nothing.
 * @throws Refusal `not_found`, `forbidden`, `conflict`
 * @throws MediaUnavailable where LiveKit does not answer for somebody; the others are muted
 */
export async function muteParticipants(
  context: Context,
  { sessionId, source, userIds, except = [] }: Input,
): Promise<DataOf<typeof muteParticipantsEndpoint>> {
  const { trainerId } = await refuseUnlessHelping(context, sessionId, 'mute')
  const named = userIds && new Set<string>(userIds)
  const spared = new Set<string>([trainerId, ...except, ...(await peopleWhoLead(context, sessionId, 'any'))])
  const { owners, faults } = await trySwitchOff(
    context,
    sessionId,
    (track) =>
      track.source === source &&
      !isHall(track.identity) &&
      track.owner !== trainerId &&
      (named ? named.has(track.owner) : !spared.has(track.owner)),
  )
  if (owners.length > 0) {
    await recordAudit(context, {
      action: actions[source],
      subject: 'session',
      subjectId: sessionId,
      after: { studentIds: owners },
    })
  }
  for (const fault of faults) throw fault
  return { muted: owners.length }
}
