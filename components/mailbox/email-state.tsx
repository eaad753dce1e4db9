import { Check, Clock, Inbox, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { MailboxEmail } from '#lib/mailbox/api.ts'

type EmailStateProps = { email: Pick<MailboxEmail, 'state' | 'passwordLink'>; configured: boolean }

/** The state of an e-mail, or that its link no longer works. */
export function EmailState({ email: { state, passwordLink }, configured }: EmailStateProps) {
  const t = useTranslations('notices.mailbox.states')
  if (passwordLink && !passwordLink.works) {
    return (
      <Badge tone="neutral" icon={<Clock />}>
        {t('linkOver')}
      </Badge>
    )
  }
  switch (state) {
    case 'waiting':
      return (
        <Badge tone="info" icon={<Inbox />}>
          {configured ? t('queued') : t('waiting')}
        </Badge>
      )
    case 'sent':
      return (
        <Badge tone="ok" icon={<Check />}>
          {t('sent')}
        </Badge>
      )
    case 'failed':
      return (
        <Badge tone="outlined-bad" icon={<X />}>
          {t('failed')}
        </Badge>
      )
  }
}
