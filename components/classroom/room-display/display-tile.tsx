import { useIsSpeaking } from '@livekit/components-react'
import { type Participant, Track } from 'livekit-client'
import { Hand, Mic, MonitorUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  useActivePublication,
  useParticipant,
  useParticipantName,
} from '#components/classroom/livekit/people.ts'
import { VideoView } from '#components/classroom/livekit/video-view.tsx'
import { VoiceIcon } from '#components/classroom/livekit/voice-icon.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'

type DisplayTileProps = {
  identity: string
  source: 'camera' | 'screen'
  isLarge?: boolean
  state?: RoomState
}

/** Picture with text that is readable from the back row. */
export function DisplayTile({ identity, source, isLarge, state }: DisplayTileProps) {
  const participant = useParticipant(identity)
  if (!participant) return null
  return source === 'screen' ? (
    <ScreenVideo participant={participant} />
  ) : (
    <CameraVideo participant={participant} isLarge={isLarge ?? false} state={state} />
  )
}

function ScreenVideo({ participant }: { participant: Participant }) {
  const t = useTranslations('room')
  const title = t('screenOf', { name: useParticipantName(participant) })
  const screen = useActivePublication(participant, Track.Source.ScreenShare)
  return (
    <div className="relative size-full min-h-0 overflow-hidden rounded-[20px] bg-[#0b0f1e]">
      {screen ? (
        <VideoView
          participant={participant}
          publication={screen}
          label={title}
          className="absolute inset-0 size-full object-contain"
        />
      ) : null}
      <Caption icon={<MonitorUp aria-hidden="true" />} isLarge={false}>
        {title}
      </Caption>
    </div>
  )
}

type CameraVideoProps = { participant: Participant; isLarge: boolean; state: RoomState | undefined }

function CameraVideo({ participant, isLarge, state }: CameraVideoProps) {
  const t = useTranslations()
  const { identity } = participant
  const name = useParticipantName(participant)
  const speaking = useIsSpeaking(participant)
  const camera = useActivePublication(participant, Track.Source.Camera)
  const handPosition = (state?.hands.findIndex(({ userId }) => userId === identity) ?? -1) + 1
  return (
    <div
      className={classes(
        'relative size-full overflow-hidden rounded-[16px] bg-linear-160 from-[#232a44] to-[#171c30]',
        speaking && 'shadow-[0_0_0_3px_var(--canvas),0_0_0_7px_var(--primary)]',
      )}
    >
      <span className="absolute inset-0 grid place-items-center pb-6">
        <Avatar id={identity} name={name} size="xl" className={isLarge ? 'scale-200' : undefined} />
      </span>
      {camera ? (
        <VideoView
          participant={participant}
          publication={camera}
          label={t('room.videoOf', { name })}
          className="absolute inset-0 size-full object-cover"
        />
      ) : null}
      <span className="absolute top-2.5 left-2.5 flex gap-2">
        {state?.floor?.userId === identity ? <Flag icon={<Mic />}>{t('moderation.floor.flag')}</Flag> : null}
        {handPosition > 0 ? (
          <Flag icon={<Hand />}>{t('moderation.hands.position', { place: handPosition })}</Flag>
        ) : null}
      </span>
      <Caption
        isLarge={isLarge}
        icon={<VoiceIcon participant={participant} name={name} idleIcon="microphone" />}
      >
        {name}
      </Caption>
    </div>
  )
}

function Flag({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex h-8.5 items-center gap-1.5 rounded-[10px] bg-primary pr-3 pl-2.5 text-[1.0625rem] font-semibold text-on-primary [&>svg]:size-4.5">
      {icon}
      {children}
    </span>
  )
}

function Caption({ icon, isLarge, children }: { icon: ReactNode; isLarge: boolean; children: ReactNode }) {
  return (
    <span
      className={classes(
        'absolute bottom-2.5 left-2.5 flex max-w-[calc(100%-1.25rem)] items-center gap-2 rounded-[10px] bg-[rgb(10_13_26/.78)] pr-3 pl-2.5 font-semibold text-[#f6f1e9] [&_svg]:size-4.5 [&>svg]:flex-none',
        isLarge ? 'h-10.5 text-[1.375rem]' : 'h-8.5 text-[1.0625rem]',
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}
