import { Track } from 'livekit-client'
import { useSyncExternalStore } from 'react'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'

export type MutedSource = (typeof SHOWN)[number]

const SHOWN = [Track.Source.Microphone, Track.Source.Camera, Track.Source.ScreenShare] as const

/** Local tracks that a moderator has muted. */
export function useMutedByModerator(localTracks: LocalTracks) {
  const mutedSources = useSyncExternalStore(localTracks.subscribe, localTracks.mutedByModerator)
  return {
    sources: SHOWN.filter((source) => mutedSources.has(source)),
    dismiss: localTracks.clearMutedByModerator,
  }
}
