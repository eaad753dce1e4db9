import { TrackSource as Source, trackSourceToString } from 'livekit-server-sdk'
import { type TrackSource, trackSources } from '#lib/kernel/enums.ts'

const sourcesOf: Record<TrackSource, Source[]> = {
  microphone: [Source.MICROPHONE],
  camera: [Source.CAMERA],
  screen: [Source.SCREEN_SHARE, Source.SCREEN_SHARE_AUDIO],
}

/** The track source for a source of LiveKit; undefined for unused ones. */
export function sourceOf(source: Source): TrackSource | undefined {
  return trackSources.find((known) => sourcesOf[known].includes(source))
}

/** The sources that may be published, as claims of a token. The list is omitted if it contains all sources. */
export function publishClaims(publish: readonly TrackSource[]) {
  const isAll = trackSources.every((source) => publish.includes(source))
  const { canPublish, canPublishSources } = publishPermission(publish)
  const named = canPublish && !isAll && { canPublishSources: canPublishSources.map(trackSourceToString) }
  return { canPublish, ...named }
}

/**
 * The sources that may be published, as a participant's permission. LiveKit treats an empty list of sources as all
 * sources: `canPublish` is false if there are none.
 */
export function publishPermission(publish: readonly TrackSource[]) {
  return { canPublish: publish.length > 0, canPublishSources: publish.flatMap((source) => sourcesOf[source]) }
}
