import { type ParticipantInfo, TrackSource as Source } from 'livekit-server-sdk'
import type { PublishedTrack, TrackSource } from './media.ts'
import { participantOf } from './participant-of.ts'

const sources: Partial<Record<Source, TrackSource>> = {
  [Source.MICROPHONE]: 'microphone',
  [Source.CAMERA]: 'camera',
  [Source.SCREEN_SHARE]: 'screen',
  [Source.SCREEN_SHARE_AUDIO]: 'screen',
}

/** What a person publishes, in our words; nothing of recorders and agents. */
export function tracksOf(info: ParticipantInfo): PublishedTrack[] {
  if (!participantOf(info).person) return []
  return info.tracks.flatMap(({ sid, source, muted }) => {
    const known = sources[source]
    return known ? [{ sid, identity: info.identity, source: known, muted }] : []
  })
}
