'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Notice } from './notice.tsx'

export type BrokenProps = { error: Error & { digest?: string }; retry: () => void }

/** What one sees where a page could not be made: what is safe, and what to press. */
export function Broken({ error, retry }: BrokenProps) {
  const t = useTranslations('errors')
  const common = useTranslations('common')
  return (
    <Notice
      title={t('brokenTitle')}
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            {common('retry')}
          </Button>
          <ButtonAnchor href="/" variant="ghost">
            {common('backHome')}
          </ButtonAnchor>
        </>
      }
    >
      <p role="alert">{t('broken')}</p>
      {error.digest ? (
        <p className="mt-2 text-sm text-text-3">{t('reference', { digest: error.digest })}</p>
      ) : null}
    </Notice>
  )
}
