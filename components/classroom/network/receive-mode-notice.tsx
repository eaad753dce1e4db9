import { TriangleAlert, Volume2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useReceiveMode, useReceiveModeStore } from '#components/classroom/room-state/room-services.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

/** Offers audio and screen only on a weak network, and the way back to full video while that mode is on. */
export default function ReceiveModeNotice() {
  const t = useTranslations('network')
  const store = useReceiveModeStore()
  const { mode, offered, revertsAutomatically } = useReceiveMode()
  const [dismissed, dismiss] = useState(false)
  if (mode === 'all' && dismissed) dismiss(false)
  if (offered) {
    return (
      <Banner
        icon={<TriangleAlert />}
        action={
          <>
            <Button size="sm" onClick={() => store.choose('audio_and_screen')}>
              {t('yes')}
            </Button>
            <IconButton label={t('no')} icon={<X />} onClick={store.decline} />
          </>
        }
      >
        {t('offer')}
      </Banner>
    )
  }
  if (mode === 'all' || dismissed) return null
  return (
    <Banner
      icon={<Volume2 />}
      action={
        <>
          <Button size="sm" onClick={() => store.choose('all')}>
            {t('showVideo')}
          </Button>
          <IconButton label={t('dismiss')} icon={<X />} onClick={() => dismiss(true)} />
        </>
      }
    >
      {t('now', { isBack: revertsAutomatically ? 'yes' : 'no' })}
    </Banner>
  )
}
