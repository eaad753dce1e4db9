import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

/** The number of messages that wait for a connection. */
export function WaitingBanner({ count, onTryNow }: { count: number; onTryNow: () => void }) {
  const t = useTranslations('chat')
  return (
    <Banner
      icon={<WifiOff />}
      action={
        <Button size="sm" onClick={onTryNow}>
          {t('tryNow')}
        </Button>
      }
    >
      {t('waits', { count })}
    </Banner>
  )
}
