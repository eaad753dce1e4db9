import type { ParticipantInfo } from 'livekit-server-sdk'
import type { PublishedTrack } from './media.ts'
import { participantOf } from './participant-of.ts'
import { sourceOf } from './sources.ts'

/** The tracks of a person; empty for recorders and agents. */
export function tracksOf(info: ParticipantInfo): PublishedTrack[] {
  if (!participantOf(info).person) return []
  return info.tracks.flatMap(({ sid, source, muted }) => {
    const known = sourceOf(source)
    return known ? [{ sid, identity: info.identity, source: known, muted }] : []
  })
}
