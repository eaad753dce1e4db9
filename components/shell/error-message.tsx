'use client'

import { useTranslations } from 'next-intl'
import { buttonStyles } from '#components/ui/button-styles.ts'
import { MessageCard } from './message-card.tsx'

export type ErrorMessageProps = { error: Error & { digest?: string }; retry: () => void }

/** The message for a page that failed: what is safe, and what to press. Part of every page's bundle. */
export function ErrorMessage({ error, retry }: ErrorMessageProps) {
  const t = useTranslations('errors')
  const common = useTranslations('common')
  return (
    <MessageCard
      title={t('brokenTitle')}
      actions={
        <>
          <button type="button" className={buttonStyles({ variant: 'primary' })} onClick={retry}>
            {common('retry')}
          </button>
          <a href="/" className={buttonStyles({ variant: 'ghost' })}>
            {common('backHome')}
          </a>
        </>
      }
    >
      <p role="alert">{t('broken')}</p>
      {error.digest ? (
        <p className="mt-2 text-sm text-text-3">{t('reference', { digest: error.digest })}</p>
      ) : null}
    </MessageCard>
  )
}
