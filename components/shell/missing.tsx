import { useTranslations } from 'next-intl'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Dunes } from '#components/ui/dunes.tsx'
import { Notice } from './notice.tsx'

/** There is nothing at this address. */
export function Missing() {
  const t = useTranslations('errors')
  return (
    <Notice title={t('notFoundTitle')} actions={<WayHome />} art={<NightDunes />}>
      {t('notFound')}
    </Notice>
  )
}

/** There is something at this address, but not for this person. */
export function NotYours() {
  const t = useTranslations('errors')
  return (
    <Notice title={t('forbiddenTitle')} actions={<WayHome />} art={<NightDunes />}>
      {t('forbidden')}
    </Notice>
  )
}

function WayHome() {
  const t = useTranslations('common')
  return (
    <ButtonAnchor href="/" variant="primary">
      {t('backHome')}
    </ButtonAnchor>
  )
}

function NightDunes() {
  return (
    <div data-theme="dark" aria-hidden="true" className="relative h-34 bg-night">
      <div className="absolute inset-x-0 bottom-0 h-22">
        <Dunes />
      </div>
    </div>
  )
}
