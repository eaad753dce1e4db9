import { Track } from 'livekit-client'
import { useSyncExternalStore } from 'react'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'

export type Silenced = (typeof SHOWN)[number]

const SHOWN = [Track.Source.Microphone, Track.Source.Camera, Track.Source.ScreenShare] as const

/** What of one's own somebody who leads switched off. */
export function useSilenced(own: KeptTracks) {
  const silenced = useSyncExternalStore(own.subscribe, own.silenced)
  return { sources: SHOWN.filter((source) => silenced.has(source)), forget: own.forgetSilenced }
}
