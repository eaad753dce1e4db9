import 'server-only'
import type { z } from 'zod'
import type { AuditAction } from '#lib/audit/api.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { muteParticipantsEndpoint } from '#lib/classroom/api.ts'
import type { DataOf } from '#lib/http/endpoint.ts'
import { roomNameOf, type TrackSource } from '#lib/livekit/media.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { refuseUnlessLeader } from './remove-participant.ts'

const actions = {
  microphone: 'microphones-muted',
  camera: 'cameras-stopped',
  screen: 'screens-stopped',
} as const satisfies Record<TrackSource, AuditAction>

type Input = { sessionId: SessionId } & z.output<typeof muteParticipantsEndpoint.body>

/**
 * Mutes the microphones of some people in the session's room, or stops their cameras or screens: of those who are
 * named, or of everybody but the trainer, who is never muted. They may switch them on again. Again changes nothing.
 * LiveKit is asked at once and by no job: who would be muted later may be speaking by then because they were asked to.
 * @throws Refusal `not_found`, `forbidden`
 * @throws MediaUnavailable where LiveKit does not answer for somebody; the others are muted
 */
export async function muteParticipants(
  context: Context,
  { sessionId, source, userIds }: Input,
): Promise<DataOf<typeof muteParticipantsEndpoint>> {
  const { trainerId } = await refuseUnlessLeader(context, sessionId)
  const roomName = roomNameOf(sessionId)
  const wanted = userIds && new Set<string>(userIds)
  const tracks = (await context.media.listTracks(roomName)).filter(
    (track) =>
      track.source === source &&
      !track.muted &&
      track.identity !== trainerId &&
      (!wanted || wanted.has(track.identity)),
  )
  const outcomes = await Promise.allSettled(
    tracks.map(async (track) => {
      await context.media.muteTrack(roomName, track)
      return track.identity
    }),
  )
  const muted = new Set(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : [])))
  if (muted.size > 0) {
    await recordAudit(context, {
      action: actions[source],
      subject: 'session',
      subjectId: sessionId,
      after: { studentIds: [...muted] },
    })
  }
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  return { muted: muted.size }
}
