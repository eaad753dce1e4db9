import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import { type PublishedTrack, roomNameOf } from '#lib/livekit/media.ts'

type MediaContext = Pick<Context, 'media'>

/**
 * Mutes the active tracks in the session's room for which `matches` is true. Their owners can unmute them. LiveKit
 * is called directly and not in a job: by the time a job runs, the participant may be speaking because they were
 * asked to.
 * @returns the ids of the muted owners, and the errors for others
 */
export async function tryMuteTracks(
  { media }: MediaContext,
  sessionId: SessionId,
  matches: (track: PublishedTrack & { owner: string }) => boolean,
): Promise<{ ownerIds: string[]; faults: unknown[] }> {
  const roomName = roomNameOf(sessionId)
  const tracks = (await media.listTracks(roomName))
    .map((track) => ({ ...track, owner: deviceOf(track.identity)?.userId ?? track.identity }))
    .filter((track) => !track.muted && matches(track))
  const outcomes = await Promise.allSettled(
    tracks.map(async (track) => {
      await media.muteTrack(roomName, track)
      return track.owner
    }),
  )
  return {
    ownerIds: [
      ...new Set(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))),
    ],
    faults: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])),
  }
}

/**
 * Like tryMuteTracks(), but throws the first error.
 * @throws MediaUnavailable if LiveKit does not answer for a participant; the others are muted
 */
export async function muteTracks(...args: Parameters<typeof tryMuteTracks>): Promise<void> {
  const { faults } = await tryMuteTracks(...args)
  for (const fault of faults) throw fault
}
