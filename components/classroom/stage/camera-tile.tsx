import { useIsSpeaking } from '@livekit/components-react'
import { type Participant, Track } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { useActivePublication, useParticipantName } from '#components/classroom/livekit/people.ts'
import { VideoView } from '#components/classroom/livekit/video-view.tsx'
import { VoiceIcon } from '#components/classroom/livekit/voice-icon.tsx'
import { useReceiveMode } from '#components/classroom/room-state/room-services.ts'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { isSameTile } from '#components/classroom/room-state/tile-key.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { PictureInPictureButton } from './picture-in-picture-button.tsx'
import { PinButton } from './pin-button.tsx'
import { TileCaption } from './tile-caption.tsx'
import { TileFlags } from './tile-flags.tsx'

type CameraTileProps = { participant: Participant; size: 'large' | 'grid' | 'strip' }

/**
 * A participant's camera, or their initials while it is off. The speaking ring and icon subscribe to speech on
 * their own.
 */
export function CameraTile({ participant, size }: CameraTileProps) {
  const t = useTranslations('room')
  const name = useParticipantName(participant)
  const camera = useActivePublication(participant, Track.Source.Camera)
  const isAudioAndScreen = useReceiveMode().mode === 'audio_and_screen'
  const { isSelfViewHidden, trainerId, pinned } = useStageChoices()
  // Hidden video is not received.
  const isHidden = participant.isLocal ? isSelfViewHidden : isAudioAndScreen
  const isTrainer = trainerId === participant.identity
  const isPinned = isSameTile(pinned, { identity: participant.identity, source: 'camera' })
  const caption = isTrainer ? t('trainerNamed', { name }) : name
  return (
    <div
      data-size={size}
      className={`group relative size-full ${size === 'large' ? 'rounded-[16px]' : 'rounded-[12px]'}`}
    >
      <SpeakingRing participant={participant} />
      <div
        data-theme="dark"
        className="absolute inset-0 overflow-hidden rounded-[inherit] contain-strict bg-linear-160 from-[#232a44] to-[#171c30]"
      >
        <Initials participant={participant} name={name} size={size} />
        {camera && !isHidden ? (
          <VideoView
            participant={participant}
            publication={camera}
            label={t('videoOf', { name })}
            className={classes(
              'absolute inset-0 size-full object-cover',
              participant.isLocal && '-scale-x-100',
            )}
          />
        ) : null}
        <TileFlags identity={participant.identity} name={name} isPinned={isPinned} />
        <TileCaption icon={<VoiceIcon participant={participant} name={name} idleIcon="microphone" />}>
          {participant.isLocal ? (
            t(camera && isSelfViewHidden ? 'youHidden' : 'you')
          ) : (
            <ShortOnPhones short={firstName(name)} full={caption} />
          )}
        </TileCaption>
        {size === 'large' && camera && !isHidden ? <PictureInPictureButton name={name} /> : null}
        <PinButton
          identity={participant.identity}
          source="camera"
          name={participant.isLocal ? t('you') : name}
        />
      </div>
    </div>
  )
}

/**
 * Always in the DOM, like the voice icons: if only its colour changes, the browser doesn't lay out its
 * surroundings again.
 */
function SpeakingRing({ participant }: { participant: Participant }) {
  const speaking = useIsSpeaking(participant)
  return (
    <span
      className={classes(
        'absolute inset-0 rounded-[inherit]',
        speaking
          ? 'shadow-[0_0_0_2px_var(--canvas),0_0_0_4.5px_var(--primary)]'
          : 'shadow-[0_0_0_2px_transparent,0_0_0_4.5px_transparent]',
      )}
    />
  )
}

function ShortOnPhones({ short, full }: { short: string; full: string }) {
  return (
    <>
      <span className="md:hidden">{short}</span>
      <span className="hidden md:inline">{full}</span>
    </>
  )
}

function Initials({ participant, name, size }: CameraTileProps & { name: string }) {
  return (
    <span className={classes('absolute inset-0 grid place-items-center', size === 'strip' && 'pb-3')}>
      <Avatar
        id={participant.identity}
        name={name}
        size={size === 'strip' ? 'lg' : 'xl'}
        className={size === 'large' ? 'scale-150' : undefined}
      />
    </span>
  )
}
