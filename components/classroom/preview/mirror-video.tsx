import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

/** One's own camera, as in a mirror. */
export function MirrorVideo({ track }: { track: MediaStreamTrack }) {
  const t = useTranslations('preview')
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track])
  }, [track])
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
