import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

/** The local camera, mirrored; a still picture while paused. */
export function MirrorVideo({ track, isPaused = false }: { track: MediaStreamTrack; isPaused?: boolean }) {
  const t = useTranslations('preview')
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track])
  }, [track])
  useEffect(() => {
    if (!isPaused) return
    const playing = video.current
    playing?.pause()
    return () => {
      playing?.play().catch(() => {})
    }
  }, [isPaused])
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label={t('camera')}
      className="absolute inset-0 size-full -scale-x-100 object-cover"
    />
  )
}
