import { useTranslations } from 'next-intl'
import type { MailboxEmail } from '#lib/mailbox/api.ts'
import { EmailEntry } from './email-entry.tsx'
import { emailGrid } from './email-grid.ts'

type EmailListProps = {
  emails: MailboxEmail[]
  /** Whether a mail server is configured. */
  configured: boolean
  zone: string
  now: string
}

/** Sent and queued e-mails, the latest first. Needs the texts of `notices` and `common`. */
export function EmailList({ emails: letters, configured, zone, now }: EmailListProps) {
  const t = useTranslations('notices.mailbox')
  return (
    <div className="border-t">
      <div
        aria-hidden="true"
        className={`${emailGrid} border-b py-2 text-xs font-[550] text-text-2 max-lg:hidden`}
      >
        <span>{t('to')}</span>
        <span>{t('email')}</span>
        <span>{t('createdAt')}</span>
        <span>{t('state')}</span>
      </div>
      <ul>
        {letters.map((letter) => (
          <EmailEntry key={letter.id} email={letter} configured={configured} zone={zone} now={now} />
        ))}
      </ul>
    </div>
  )
}
