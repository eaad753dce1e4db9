import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { Recipient } from '#components/classroom/room-state/outbox.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { Select } from '#components/ui/select.tsx'

type RecipientSelectProps = {
  /** The possible private recipients, and the chosen one; null: everyone. */
  recipients: Recipient[]
  recipient: Recipient | null
  onRecipient: (recipient: Recipient | null) => void
}

/** Selects the recipient of a message. */
export function RecipientSelect({ recipients, recipient, onRecipient }: RecipientSelectProps) {
  const t = useTranslations('chat')
  const id = useId()
  return (
    <div className="flex items-center gap-2 text-sm text-text-2">
      <label htmlFor={id}>{t('to')}</label>
      <Select
        id={id}
        value={recipient?.id ?? ''}
        onChange={(event) => onRecipient(recipients.find((one) => one.id === event.target.value) ?? null)}
        className="w-auto max-w-56"
      >
        <option value="">{t('everyone')}</option>
        {recipients.map((one) => (
          <option key={one.id} value={one.id}>
            {t('only', { name: firstName(one.name) })}
          </option>
        ))}
      </Select>
      {recipient ? <span className="ml-auto text-xs">{t('mayBeReviewed')}</span> : null}
    </div>
  )
}
