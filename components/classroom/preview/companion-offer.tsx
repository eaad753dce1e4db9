import { Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'

/** Link to the companion, for students who attend in person. It has no sound, so it causes no echo. */
export default function CompanionOffer({ sessionId }: { sessionId: string }) {
  const t = useTranslations('companion')
  return (
    <div className="mt-3">
      <ButtonAnchor block icon={<Smartphone />} href={`/sessions/${sessionId}/companion`}>
        {t('join')}
      </ButtonAnchor>
      <p className="mt-2 text-sm text-text-2">{t('joinHint')}</p>
    </div>
  )
}
