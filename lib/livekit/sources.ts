import { TrackSource as Source } from 'livekit-server-sdk'
import { allSources, type TrackSource } from './media.ts'

const sourcesOf: Record<TrackSource, Source[]> = {
  microphone: [Source.MICROPHONE],
  camera: [Source.CAMERA],
  screen: [Source.SCREEN_SHARE, Source.SCREEN_SHARE_AUDIO],
}

/** What LiveKit's source is in our words; undefined for what we do not use. */
export function sourceOf(source: Source): TrackSource | undefined {
  return allSources.find((known) => sourcesOf[known].includes(source))
}

/** LiveKit takes an empty list of sources for all of them: `canPublish` says where there is none. */
export function publishPermission(publish: readonly TrackSource[]) {
  return { canPublish: publish.length > 0, canPublishSources: publish.flatMap((source) => sourcesOf[source]) }
}
