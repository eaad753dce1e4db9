import type { Participant, TrackPublication } from 'livekit-client'
import { useLayoutEffect, useRef } from 'react'
import { watchFirstFrame } from './first-frame.ts'
import { useVideoTrack } from './people.ts'

type VideoViewProps = {
  participant: Participant
  publication: TrackPublication
  label: string
  className: string
}

/** Plays a camera or a screen. LiveKit adapts the resolution to the displayed size. */
export function VideoView({ participant, publication, label, className }: VideoViewProps) {
  const element = useRef<HTMLVideoElement>(null)
  const track = useVideoTrack(participant, publication)
  // A layout effect: the video does not wait for the other effects of a full room.
  useLayoutEffect(() => {
    const video = element.current
    if (!video || !track) return
    track.attach(video)
    if (!track.isLocal) watchFirstFrame(video)
    return () => {
      track.detach(video)
    }
  }, [track])
  return <video ref={element} autoPlay muted playsInline aria-label={label} className={className} />
}
