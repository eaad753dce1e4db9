'use client'

import { MailWarning } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

/** Shows that e-mails are waiting for a mail server, and how to configure it. */
export function NoMailServer({ waiting }: { waiting: number }) {
  const t = useTranslations('notices.mailbox')
  const [isExplained, setExplained] = useState(false)
  return (
    <div className="flex flex-col gap-2">
      <Banner
        icon={<MailWarning />}
        action={
          <Button size="sm" aria-expanded={isExplained} onClick={() => setExplained(!isExplained)}>
            {t('howTo')}
          </Button>
        }
      >
        {t('noServer', { count: waiting })}
      </Banner>
      {isExplained ? <p className="max-w-180 px-4 text-sm text-text-2">{t('howToText')}</p> : null}
    </div>
  )
}
