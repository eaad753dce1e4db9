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

/** Plays a camera or a screen. LiveKit sees how large it is shown, and sends no more than that. */
export function VideoView({ participant, publication, label, className }: VideoViewProps) {
  const element = useRef<HTMLVideoElement>(null)
  const track = useVideoTrack(participant, publication)
  // With the drawing: the picture does not wait for what else a full room begins.
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
