import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, useEffect } from 'react'
import { LevelMeter } from '#components/classroom/media/level-meter.tsx'
import type { LocalMedia, LocalMediaState } from '#components/classroom/media/local-media.ts'
import { MirrorVideo } from '#components/classroom/media/mirror-video.tsx'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { useLitBars } from '#components/classroom/media/use-lit-bars.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Avatar } from '#components/ui/avatar.tsx'

type CameraPreviewProps = {
  media: LocalMedia
  state: LocalMediaState
  viewer: Viewer
  onHeard: (heard: boolean) => void
  /** Joining is in progress, and each new frame would delay it. */
  isPaused: boolean
}

/** Self-view as others will see it, but mirrored, with buttons for camera and microphone. */
export function CameraPreview({ media, state, viewer, onHeard, isPaused }: CameraPreviewProps) {
  const t = useTranslations('preview')
  const { camera, microphone } = state
  const level =
    microphone.track && !isPaused ? <MicrophoneLevel track={microphone.track} onHeard={onHeard} /> : null

  function toggleCamera() {
    rememberChoices({ cameraOn: !camera.on })
    if (camera.on) media.stop('camera')
    else void media.open('camera', rememberedChoices().camera?.id ?? null)
  }

  function toggleMicrophone() {
    rememberChoices({ microphoneOn: !microphone.on })
    if (microphone.on) media.stop('microphone')
    else void media.open('microphone', rememberedChoices().microphone?.id ?? null)
  }

  return (
    <div
      data-theme="dark"
      className="relative aspect-[4/3.4] overflow-hidden rounded-[16px] bg-linear-160 from-[#232a44] to-[#171c30] shadow-2 sm:aspect-[16/10] sm:rounded-stage"
    >
      {camera.track ? (
        <MirrorVideo track={camera.track} isPaused={isPaused} />
      ) : (
        <div className="absolute inset-0 grid place-content-center justify-items-center gap-3 pb-12 text-text-2">
          <Avatar id={viewer.id} name={viewer.name} size="xl" />
          <p role="status">{camera.pending ? t('starting') : camera.on ? null : t('cameraOff')}</p>
        </div>
      )}
      <span className="absolute top-3.5 left-3.5 rounded-[8px] bg-[rgb(10_13_26/.78)] px-2.5 py-1.25 text-sm font-medium text-[#f6f1e9]">
        {t('you', { name: viewer.name })}
      </span>
      <div className="absolute inset-x-0 bottom-3.5 flex flex-wrap justify-center gap-2.5 px-3">
        {viewer.role === 'TRAINER' ? (
          <PictureButton onClick={toggleMicrophone} icon={microphone.on ? <Mic /> : <MicOff />}>
            {microphone.on ? t('mute') : t('unmute')}
            {level}
          </PictureButton>
        ) : (
          <span className={pill}>
            <MicOff aria-hidden="true" />
            {t('youEnterMuted')}
            {level}
          </span>
        )}
        <PictureButton onClick={toggleCamera} icon={camera.on ? <Video /> : <VideoOff />}>
          {camera.on ? t('stopVideo') : t('startVideo')}
        </PictureButton>
      </div>
    </div>
  )
}

const BARS = 6

/** Separate component, because it changes ten times a second. */
function MicrophoneLevel({ track, onHeard }: { track: MediaStreamTrack; onHeard: (heard: boolean) => void }) {
  const { lit, heard } = useLitBars(track, BARS)
  useEffect(() => onHeard(heard), [heard, onHeard])
  return <LevelMeter lit={lit} bars={BARS} />
}

const pill =
  'flex h-11 items-center gap-2 rounded-[12px] max-sm:gap-1.5 max-sm:px-2.5 max-sm:text-sm border border-border-strong bg-[#0f1427] px-4 font-[550] whitespace-nowrap text-text [&>svg]:size-4.5 [&>svg]:flex-none [&>svg]:stroke-[1.75]'

function PictureButton({ icon, children, ...props }: ComponentProps<'button'> & { icon: ReactNode }) {
  return (
    <button type="button" {...props} className={`${pill} hover:bg-hover`}>
      {icon}
      {children}
    </button>
  )
}
