import { Track } from 'livekit-client'
import { Columns2, Mic, MicOff, Presentation, Unplug, Users, Video, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { useActivePublication, useInRoom, usePeople } from '#components/classroom/livekit/people.ts'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import { LevelMeter } from '#components/classroom/media/level-meter.tsx'
import { useLitBars } from '#components/classroom/media/use-lit-bars.ts'
import { Button } from '#components/ui/button.tsx'
import { Segment } from '#components/ui/segment.tsx'
import type { View } from './hall-stage.tsx'

const BARS = 6

type HallControlsProps = {
  kept: KeptTracks
  view: View
  onView: (view: View) => void
  onUnpair: () => void
}

/** The room's sound and picture, what is large here, and the way out. */
export function HallControls({ kept, view, onView, onUnpair }: HallControlsProps) {
  const t = useTranslations('hall')
  const hears = useIsOn(kept, Track.Source.Microphone)
  const sees = useIsOn(kept, Track.Source.Camera)
  return (
    <section aria-label={t('controls')} className="flex flex-wrap items-center gap-3 px-6 py-4.5">
      <Button
        size="lg"
        icon={hears ? <Mic /> : <MicOff />}
        onClick={() => void kept.set(Track.Source.Microphone, !hears).catch(ignore)}
      >
        {hears ? t('mute') : t('unmute')}
      </Button>
      {hears ? <Level /> : null}
      <Button
        size="lg"
        icon={sees ? <Video /> : <VideoOff />}
        onClick={() => void kept.set(Track.Source.Camera, !sees).catch(ignore)}
      >
        {sees ? t('stopCamera') : t('startCamera')}
      </Button>
      <p className="flex items-center gap-2.5 text-lg text-text-2 tabular-nums">
        <Users aria-hidden="true" className="size-5" />
        {t('count', { online: usePeople().length, here: useInRoom().length })}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-3">
        <Segment
          label={t('view')}
          name="view"
          value={view}
          onChange={onView}
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

function useIsOn(kept: KeptTracks, source: Track.Source): boolean {
  return useSyncExternalStore(kept.subscribe, () => kept.isOn(source))
}

function Level() {
  const microphone = useActivePublication(useRoom().localParticipant, Track.Source.Microphone)
  const { lit } = useLitBars(microphone?.track?.mediaStreamTrack ?? null, BARS)
  return <LevelMeter lit={lit} bars={BARS} />
}

/** A device that does not open leaves its button as it is. */
function ignore() {}
