import { useTranslations } from 'next-intl'
import type { MailboxLetter } from '#lib/mailbox/api.ts'
import { LetterEntry } from './letter-entry.tsx'
import { letterGrid } from './letter-grid.ts'

type LetterListProps = {
  letters: MailboxLetter[]
  /** Whether there is a mail server. */
  configured: boolean
  zone: string
  now: string
}

/** The mails that went out or wait, the latest first. Needs the texts of `notices` and `common`. */
export function LetterList({ letters, configured, zone, now }: LetterListProps) {
  const t = useTranslations('notices.mailbox')
  return (
    <div className="border-t">
      <div
        aria-hidden="true"
        className={`${letterGrid} border-b py-2 text-xs font-[550] text-text-2 max-lg:hidden`}
      >
        <span>{t('to')}</span>
        <span>{t('letter')}</span>
        <span>{t('made')}</span>
        <span>{t('state')}</span>
      </div>
      <ul>
        {letters.map((letter) => (
          <LetterEntry key={letter.id} letter={letter} configured={configured} zone={zone} now={now} />
        ))}
      </ul>
    </div>
  )
}
