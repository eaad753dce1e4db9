import { Lock, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Recipient } from '#components/classroom/room-state/outbox.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import type { Message, Quotation } from '#lib/classroom/message.ts'

type PrivateLabelProps = {
  /** The student of this private thread with the trainer. */
  person: Recipient
  /** Whether the author is the viewer, and whether the author is the trainer. */
  isOwn: boolean
  isTrainer: boolean
}

/** States who can see a private message. */
export function PrivateLabel({ person, isOwn, isTrainer }: PrivateLabelProps) {
  const t = useTranslations('chat')
  const name = isTrainer ? firstName(person.name) : t('theTrainer')
  return (
    <span className="flex items-center gap-1 text-xs text-info-text [&>svg]:size-3">
      <Lock aria-hidden="true" />
      {isOwn ? t('onlyTo', { name }) : t('onlyToYou')}
    </span>
  )
}

/** The beginning of the message that is replied to. */
export function QuotationLine({
  quotation: { author, text },
  me,
}: {
  quotation: Quotation
  me: string | null
}) {
  const t = useTranslations('chat')
  return (
    <p className="my-0.5 truncate border-l-2 border-border-strong pl-2 text-sm text-text-2">
      <b className="font-medium">{author.id === me ? t('you') : author.name}</b> {text ?? t('removed')}
    </p>
  )
}

/** Placeholder of a removed message. */
export function RemovedMessage({ message: { removedBy }, me }: { message: Message; me: string }) {
  const t = useTranslations('chat')
  return (
    <p className="flex items-center gap-1.5 text-text-2 [&>svg]:size-4">
      <Trash2 aria-hidden="true" />
      {removedBy === null
        ? t('removed')
        : removedBy.id === me
          ? t('removedByYou')
          : t('removedBy', { name: firstName(removedBy.name) })}
    </p>
  )
}
