import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { deviceOf } from '#lib/livekit/identity.ts'
import { type PublishedTrack, roomNameOf } from '#lib/livekit/media.ts'

type MediaContext = Pick<Context, 'media'>

/**
 * Mutes what is published in the session's room and on, where `wanted` says so, and answers whose it was. Their
 * owners may switch it on again. LiveKit is asked at once and by no job: who would be muted later may be speaking by
 * then because they were asked to.
 * @returns the owners' ids, and what went wrong for others
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

/** The same. @throws MediaUnavailable where LiveKit does not answer for somebody; the others are muted */
export async function muteTracks(...args: Parameters<typeof tryMuteTracks>): Promise<void> {
  const { faults } = await tryMuteTracks(...args)
  for (const fault of faults) throw fault
}
