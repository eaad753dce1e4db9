import { useAudioPlayback } from '@livekit/components-react'
import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SoundNotice } from '#components/classroom/livekit/sound-notice.tsx'
import { Banner } from '#components/ui/banner.tsx'

/** Notices about a lost connection, and about sound that the browser blocks until a button is pressed. */
export function DisplayNotices({ isReconnecting }: { isReconnecting: boolean }) {
  const t = useTranslations('room.notice')
  const canPlay = useAudioPlayback().canPlayAudio
  return (
    <div className="absolute inset-x-8 top-2 z-10 mx-auto flex max-w-160 flex-col gap-2 *:shadow-3">
      {isReconnecting ? (
        <Banner tone="failure" icon={<WifiOff />}>
          {t('disconnected')}
        </Banner>
      ) : null}
      {canPlay ? null : <SoundNotice />}
    </div>
  )
}
