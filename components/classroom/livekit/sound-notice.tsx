import { VolumeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { useRoom } from './room-context.ts'

/** Explains that the browser plays no sound until a press, with a button that starts it. */
export function SoundNotice() {
  const t = useTranslations('room.notice')
  const room = useRoom()
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
