import { RoomEvent } from 'livekit-client'
import { VolumeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { useRoom } from './room-context.ts'
import { useRoomValue } from './room-value.ts'

const soundEvents = [RoomEvent.AudioPlaybackStatusChanged]

/** Browsers stay silent until somebody presses something: it says so, and is that something. */
export function SoundNotice() {
  const t = useTranslations('room.notice')
  const room = useRoom()
  const canPlay = useRoomValue(soundEvents, (heard) => heard.canPlaybackAudio)
  if (canPlay) return null
  return (
    <Banner
      icon={<VolumeOff />}
      action={
        <Button variant="primary" size="sm" onClick={() => void room.startAudio()}>
          {t('soundOn')}
        </Button>
      }
    >
      {t('soundBlocked')}
    </Banner>
  )
}
