'use client'

import { Lock, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import type { ReviewedMessage } from '#lib/classroom/chat/api.ts'
import { formatSecond } from '#lib/time/format.ts'
import { QuotationLine } from './message-parts.tsx'
import { MessageText } from './message-text.tsx'

/** All messages of a session, including private and removed messages. */
export function ReviewedMessages({ messages, zone }: { messages: ReviewedMessage[]; zone: string }) {
  return (
    <ol className="border-t">
      {messages.map((message) => (
        <ReviewedRow key={message.id} message={message} zone={zone} />
      ))}
    </ol>
  )
}

function ReviewedRow({ message, zone }: { message: ReviewedMessage; zone: string }) {
  const t = useTranslations('chatReview')
  const { author, createdAt, mentions, privateWith, removedAt, removedBy, replyTo, text } = message
  return (
    <li className="flex gap-3 border-b px-4 py-3 sm:px-6">
      <Avatar id={author.id} name={author.name} size="sm" className="mt-0.5" />
      <div className="min-w-0 max-w-2xl flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <b className="font-semibold">{author.name || t('someone')}</b>
          <time dateTime={createdAt} className="text-text-2 tabular-nums">
            {formatSecond(createdAt, zone)}
          </time>
          {privateWith ? (
            <span className="flex items-center gap-1 text-info-text [&>svg]:size-3.5">
              <Lock aria-hidden="true" />
              {t('private', { name: privateWith.name })}
            </span>
          ) : null}
          {removedAt ? (
            <span className="flex items-center gap-1 text-bad-text [&>svg]:size-3.5">
              <Trash2 aria-hidden="true" />
              {t('removed', { name: removedBy?.name ?? t('someone'), time: formatSecond(removedAt, zone) })}
            </span>
          ) : null}
        </p>
        {replyTo ? <QuotationLine quotation={replyTo} me={null} /> : null}
        {text ? (
          <MessageText text={text} mentions={mentions} me={null} />
        ) : (
          <p className="text-text-2">{t('erased')}</p>
        )}
      </div>
    </li>
  )
}
