import { useAudioPlayback } from '@livekit/components-react'
import { VolumeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

/** Explains that the browser plays no sound until a press, with a button that starts it. */
export function SoundNotice() {
  const t = useTranslations('room.notice')
  const { startAudio } = useAudioPlayback()
  return (
    <Banner
      icon={<VolumeOff />}
      action={
        <Button variant="primary" size="sm" onClick={() => void startAudio()}>
          {t('soundOn')}
        </Button>
      }
    >
      {t('soundBlocked')}
    </Banner>
  )
}
