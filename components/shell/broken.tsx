'use client'

import { useTranslations } from 'next-intl'
import { buttonLook } from '#components/ui/button-look.ts'
import { Notice } from './notice.tsx'

export type BrokenProps = { error: Error & { digest?: string }; retry: () => void }

/** The notice in place of a page that failed: what is safe, and what to press. Every page carries it along. */
export function Broken({ error, retry }: BrokenProps) {
  const t = useTranslations('errors')
  const common = useTranslations('common')
  return (
    <Notice
      title={t('brokenTitle')}
      actions={
        <>
          <button type="button" className={buttonLook({ variant: 'primary' })} onClick={retry}>
            {common('retry')}
          </button>
          <a href="/" className={buttonLook({ variant: 'ghost' })}>
            {common('backHome')}
          </a>
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
