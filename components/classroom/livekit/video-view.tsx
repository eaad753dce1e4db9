import { VideoTrack } from '@livekit/components-react'
import type { Participant, TrackPublication } from 'livekit-client'
import { useCallback } from 'react'
import { watchFirstFrame } from './first-frame.ts'

type VideoViewProps = {
  participant: Participant
  publication: TrackPublication
  label: string
  className: string
}

/** Plays a camera or a screen. LiveKit adapts the resolution to the displayed size. */
export function VideoView({ participant, publication, label, className }: VideoViewProps) {
  const watch = useCallback(
    (video: HTMLVideoElement | null) => {
      if (video && !participant.isLocal) watchFirstFrame(video)
    },
    [participant],
  )
  return (
    <VideoTrack
      ref={watch}
      trackRef={{ participant, publication, source: publication.source }}
      aria-label={label}
      className={className}
    />
  )
}
