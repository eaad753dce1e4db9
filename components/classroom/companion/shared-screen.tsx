import { type Participant, RemoteTrackPublication, Track } from 'livekit-client'
import { MonitorUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import {
  useActivePublication,
  useParticipant,
  useParticipantName,
  useScreenSharers,
} from '#components/classroom/livekit/people.ts'
import { VideoView } from '#components/classroom/livekit/video-view.tsx'
import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'

/** The shared screen without its audio, or a placeholder. */
export function SharedScreen({ trainer }: { trainer: string }) {
  const sharer = useParticipant(useScreenSharers().at(-1) ?? '')
  return (
    <div data-theme="dark" className="absolute inset-0 overflow-hidden rounded-card bg-[#0b0f1e]">
      {sharer ? <ScreenVideo participant={sharer} /> : <NoScreen trainer={firstName(trainer)} />}
    </div>
  )
}

function ScreenVideo({ participant }: { participant: Participant }) {
  const t = useTranslations('room')
  const name = useParticipantName(participant)
  const screen = useActivePublication(participant, Track.Source.ScreenShare)
  useEffect(() => {
    if (!(screen instanceof RemoteTrackPublication)) return
    screen.setSubscribed(true)
    return () => screen.setSubscribed(false)
  }, [screen])
  if (!screen) return null
  return (
    <VideoView
      participant={participant}
      publication={screen}
      label={t('screenOf', { name })}
      className="absolute inset-0 size-full object-contain"
    />
  )
}

function NoScreen({ trainer }: { trainer: string }) {
  const t = useTranslations('companion')
  const order = useTranslations('moderation.notStarted')
  const classStarted = useRoomState((state) => state.classStarted, true)
  return (
    <div
      role="status"
      className="absolute inset-0 grid place-content-center justify-items-center gap-1.5 p-4 text-center"
    >
      <MonitorUp aria-hidden="true" className="size-7 stroke-[1.5] text-text-2" />
      <p className="font-semibold">{classStarted ? t('nothing') : order('title')}</p>
      <p className="text-sm text-text-2">{t('nothingHint', { trainer })}</p>
    </div>
  )
}
