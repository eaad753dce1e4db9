import { useTranslations } from 'next-intl'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Notice } from './notice.tsx'

/** There is nothing at this address. */
export function Missing() {
  const t = useTranslations('errors')
  return (
    <Notice title={t('notFoundTitle')} actions={<WayHome />}>
      {t('notFound')}
    </Notice>
  )
}

/** There is something at this address, but not for this person. */
export function NotYours() {
  const t = useTranslations('errors')
  return (
    <Notice title={t('forbiddenTitle')} actions={<WayHome />}>
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
