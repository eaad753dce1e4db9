import { useRoomContext } from '@livekit/components-react'
import { Track } from 'livekit-client'
import { Columns2, Mic, MicOff, Presentation, Unplug, Users, Video, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActivePublication, useInPerson, usePeople } from '#components/classroom/livekit/people.ts'
import { LevelMeter } from '#components/classroom/media/level-meter.tsx'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import { useLitBars } from '#components/classroom/media/use-lit-bars.ts'
import { useStore } from '#components/classroom/ui/store.ts'
import { Button } from '#components/ui/button.tsx'
import { Segment } from '#components/ui/segment.tsx'
import type { DisplayLayout } from './display-stage.tsx'

const BARS = 6

type DisplayControlsProps = {
  localTracks: LocalTracks
  layout: DisplayLayout
  onLayout: (view: DisplayLayout) => void
  onUnpair: () => void
}

/** Controls for the room's microphone and camera, the layout of this display, and leaving. */
export function DisplayControls({ localTracks, layout, onLayout, onUnpair }: DisplayControlsProps) {
  const t = useTranslations('roomDisplay')
  const isMicrophoneOn = useIsOn(localTracks, Track.Source.Microphone)
  const isCameraOn = useIsOn(localTracks, Track.Source.Camera)
  return (
    <section aria-label={t('controls')} className="flex flex-wrap items-center gap-3 px-6 py-4.5">
      <Button
        size="lg"
        icon={isMicrophoneOn ? <Mic /> : <MicOff />}
        onClick={() => void localTracks.set(Track.Source.Microphone, !isMicrophoneOn).catch(ignore)}
      >
        {isMicrophoneOn ? t('mute') : t('unmute')}
      </Button>
      {isMicrophoneOn ? <MicrophoneLevel /> : null}
      <Button
        size="lg"
        icon={isCameraOn ? <Video /> : <VideoOff />}
        onClick={() => void localTracks.set(Track.Source.Camera, !isCameraOn).catch(ignore)}
      >
        {isCameraOn ? t('stopCamera') : t('startCamera')}
      </Button>
      <p className="flex items-center gap-2.5 text-lg text-text-2 tabular-nums">
        <Users aria-hidden="true" className="size-5" />
        {t('count', { online: usePeople().length, here: useInPerson().length })}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-3">
        <Segment
          label={t('view')}
          name="view"
          value={layout}
          onChange={onLayout}
          choices={[
            { value: 'people', label: t('viewPeople'), icon: <Users /> },
            { value: 'screen', label: t('viewScreen'), icon: <Presentation /> },
            { value: 'both', label: t('viewBoth'), icon: <Columns2 /> },
          ]}
        />
        <Button size="lg" variant="ghost" icon={<Unplug />} onClick={onUnpair}>
          {t('unpair')}
        </Button>
      </div>
    </section>
  )
}

function useIsOn(localTracks: LocalTracks, source: Track.Source): boolean {
  return useStore(localTracks, () => localTracks.isOn(source))
}

function MicrophoneLevel() {
  const microphone = useActivePublication(useRoomContext().localParticipant, Track.Source.Microphone)
  const { lit } = useLitBars(microphone?.track?.mediaStreamTrack ?? null, BARS)
  return <LevelMeter lit={lit} bars={BARS} />
}

/** A device that doesn't open leaves its button unchanged. */
function ignore() {}
