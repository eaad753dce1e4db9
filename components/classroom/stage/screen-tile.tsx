import { type Participant, Track, type TrackPublication } from 'livekit-client'
import { MonitorUp, Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActivePublication, useParticipantName } from '#components/classroom/livekit/people.ts'
import { VideoView } from '#components/classroom/livekit/video-view.tsx'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { isSameTile } from '#components/classroom/room-state/tile-key.ts'
import { classes } from '#components/ui/classes.ts'
import { PictureInPictureButton } from './picture-in-picture-button.tsx'
import { PinButton } from './pin-button.tsx'
import { TileCaption, TileFlag } from './tile-caption.tsx'

type ScreenTileProps = { participant: Participant; size: 'large' | 'grid' | 'strip' }

/** A shared screen, shown without cropping. */
export function ScreenTile({ participant, size }: ScreenTileProps) {
  const t = useTranslations('room')
  const name = useParticipantName(participant)
  const screen = useActivePublication(participant, Track.Source.ScreenShare)
  const { pinned } = useStageChoices()
  const isPinned = isSameTile(pinned, { identity: participant.identity, source: 'screen' })
  const title = participant.isLocal ? t('yourScreen') : t('screenOf', { name })
  return (
    <div
      data-theme="dark"
      className={classes(
        'group relative size-full overflow-hidden bg-[#0b0f1e]',
        size === 'large' ? 'rounded-[16px]' : 'rounded-[12px]',
      )}
    >
      {screen && showsItself(screen) ? (
        <p className="absolute inset-0 grid place-items-center p-8 text-center text-text-2">
          {t('sharing.whole')}
        </p>
      ) : screen ? (
        <VideoView
          participant={participant}
          publication={screen}
          label={title}
          className="absolute inset-0 size-full object-contain"
        />
      ) : null}
      {isPinned ? (
        <span className="absolute top-1.5 left-1.5">
          <TileFlag icon={<Pin />}>{t('pin.pinned')}</TileFlag>
        </span>
      ) : null}
      <TileCaption icon={<MonitorUp aria-hidden="true" />}>{title}</TileCaption>
      {screen && !showsItself(screen) ? <PictureInPictureButton name={title} /> : null}
      <PinButton identity={participant.identity} source="screen" name={title} />
    </div>
  )
}

/** Whether the viewer shares their whole screen, which would show this tile in itself. */
function showsItself(screen: TrackPublication): boolean {
  return screen.isLocal && screen.track?.mediaStreamTrack.getSettings().displaySurface === 'monitor'
}
