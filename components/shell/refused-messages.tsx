import { useTranslations } from 'next-intl'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Dunes } from '#components/ui/dunes.tsx'
import { MessageCard } from './message-card.tsx'

/** There is no page at this address. */
export function NotFoundMessage() {
  const t = useTranslations('errors')
  return (
    <MessageCard title={t('notFoundTitle')} actions={<HomeLink />} art={<NightDunes />}>
      {t('notFound')}
    </MessageCard>
  )
}

/** There is a page at this address, but this user may not see it. */
export function ForbiddenMessage() {
  const t = useTranslations('errors')
  return (
    <MessageCard title={t('forbiddenTitle')} actions={<HomeLink />} art={<NightDunes />}>
      {t('forbidden')}
    </MessageCard>
  )
}

function HomeLink() {
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
