import { Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'

/** The way to the companion, which has no sound and makes no echo. For people who sit in the room. */
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
