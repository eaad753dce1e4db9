import { TrackSource as Source, trackSourceToString } from 'livekit-server-sdk'
import { type TrackSource, trackSources } from '#lib/kernel/enums.ts'

const sourcesOf: Record<TrackSource, Source[]> = {
  microphone: [Source.MICROPHONE],
  camera: [Source.CAMERA],
  screen: [Source.SCREEN_SHARE, Source.SCREEN_SHARE_AUDIO],
}

/** What LiveKit's source is in our words; undefined for what we do not use. */
export function sourceOf(source: Source): TrackSource | undefined {
  return trackSources.find((known) => sourcesOf[known].includes(source))
}

/** What may be published, as claims of a token, in which all of it is left unsaid. */
export function publishClaims(publish: readonly TrackSource[]) {
  const isAll = trackSources.every((source) => publish.includes(source))
  const { canPublish, canPublishSources } = publishPermission(publish)
  const named = canPublish && !isAll && { canPublishSources: canPublishSources.map(trackSourceToString) }
  return { canPublish, ...named }
}

/**
 * What may be published, as a participant's permission. LiveKit takes an empty list of sources for all of them:
 * `canPublish` says where there is none.
 */
export function publishPermission(publish: readonly TrackSource[]) {
  return { canPublish: publish.length > 0, canPublishSources: publish.flatMap((source) => sourcesOf[source]) }
}
