import { Track } from 'livekit-client'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import { useStore } from '#components/classroom/ui/store.ts'

export type MutedSource = (typeof SHOWN)[number]

const SHOWN = [Track.Source.Microphone, Track.Source.Camera, Track.Source.ScreenShare] as const

/** Local tracks that a moderator has muted. */
export function useMutedByModerator(localTracks: LocalTracks) {
  const mutedSources = useStore(localTracks, ({ mutedByModerator }) => mutedByModerator)
  return {
    sources: SHOWN.filter((source) => mutedSources.has(source)),
    dismiss: localTracks.clearMutedByModerator,
  }
}
