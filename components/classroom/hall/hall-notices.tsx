import { RoomEvent } from 'livekit-client'
import { VolumeOff, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRoom } from '#components/classroom/room/room-context.ts'
import { useRoomValue } from '#components/classroom/room/room-value.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

const soundEvents = [RoomEvent.AudioPlaybackStatusChanged]

/** Being cut off, and sound that the browser holds back until something is pressed. */
export function HallNotices({ isBack }: { isBack: boolean }) {
  const t = useTranslations('room.notice')
  const room = useRoom()
  const canPlay = useRoomValue(soundEvents, (heard) => heard.canPlaybackAudio)
  return (
    <div className="absolute inset-x-8 top-2 z-10 mx-auto flex max-w-160 flex-col gap-2 *:shadow-3">
      {isBack ? (
        <Banner tone="failure" icon={<WifiOff />}>
          {t('lost')}
        </Banner>
      ) : null}
      {canPlay ? null : (
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
      )}
    </div>
  )
}
