'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'

type FaultProps = { error: Error & { digest?: string }; retry: () => void }

/** The page failed, what stands around it did not. */
export default function Fault({ error, retry }: FaultProps) {
  const t = useTranslations('errors')
  const common = useTranslations('common')
  return (
    <div className="p-4 sm:p-9">
      <Card className="max-w-140 p-6">
        <CircleAlert className="mb-3 size-5.5 text-bad-text" />
        <h1 className="text-h2">{t('brokenTitle')}</h1>
        <p role="alert" className="mt-1.5 text-text-2">
          {t('broken')}
        </p>
        {error.digest ? (
          <p className="mt-1.5 text-sm text-text-3">{t('reference', { digest: error.digest })}</p>
        ) : null}
        <Button variant="primary" className="mt-5" onClick={retry}>
          {common('retry')}
        </Button>
      </Card>
    </div>
  )
}
