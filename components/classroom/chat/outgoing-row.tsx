import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ChatStore } from '#components/classroom/room-state/chat-store.ts'
import type { OutgoingMessage } from '#components/classroom/room-state/outbox.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { PrivateLabel, QuotationLine } from './message-parts.tsx'
import { MessageText } from './message-text.tsx'

type OutgoingRowProps = { outgoing: OutgoingMessage; me: Viewer; chat: ChatStore }

/** An own message that has not arrived yet, with its state. */
export function OutgoingRow({ outgoing, me, chat }: OutgoingRowProps) {
  const t = useTranslations('chat')
  const { id, text, mentions, replyTo, privateWith, state, reason } = outgoing
  return (
    <li className="flex gap-3 px-4 py-1.5">
      <Avatar id={me.id} name={me.name} size="sm" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-1.5 text-sm">
          <b className="font-semibold">{t('you')}</b>
          {privateWith ? <PrivateLabel person={privateWith} isOwn isTrainer={me.role === 'TRAINER'} /> : null}
        </p>
        {replyTo ? <QuotationLine quotation={replyTo} me={me.id} /> : null}
        <div className="text-text-2">
          <MessageText text={text} mentions={mentions} me={me.id} />
        </div>
        {state === 'refused' ? (
          <p
            role="alert"
            className="flex flex-wrap items-center gap-x-2 text-sm text-bad-text [&>svg]:size-4"
          >
            <CircleAlert aria-hidden="true" />
            {t('notSent', { reason: reason ?? '' })}
            <button type="button" className="min-h-6 underline" onClick={() => chat.retry(id)}>
              {t('tryAgain')}
            </button>
            <button type="button" className="min-h-6 underline" onClick={() => chat.discard(id)}>
              {t('discard')}
            </button>
          </p>
        ) : (
          <p className="flex items-center gap-1.5 text-sm text-text-2">
            <Spinner />
            {state === 'waiting' ? (reason ?? t('waiting')) : t('sending')}
          </p>
        )}
      </div>
    </li>
  )
}
