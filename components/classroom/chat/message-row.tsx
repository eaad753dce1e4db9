import { Ellipsis, Lock, Reply, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import type { Message } from '#lib/classroom/message.ts'
import { formatTime } from '#lib/time/format.ts'
import { PrivateLabel, QuotationLine, RemovedMessage } from './message-parts.tsx'
import { MessageText } from './message-text.tsx'

type MessageRowProps = {
  message: Message
  me: string
  zone: string
  mayRemove: boolean
  onReply: (message: Message) => void
  /** Starts a private message to the author; null if the viewer may not. */
  onWriteTo: ((message: Message) => void) | null
  onRemove: (message: Message) => void
}

/** One message with its author and its actions. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const t = useTranslations('chat')
  const { message, me, zone } = props
  const isOwn = message.author.id === me
  const name = isOwn ? t('you') : message.author.name
  return (
    <li
      className={classes(
        'group relative flex gap-3 px-4 py-1.5 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] hover:bg-hover focus-within:bg-hover',
        message.privateWith && 'mx-2 rounded-[10px] bg-info-soft px-2',
      )}
    >
      <Avatar id={message.author.id} name={message.author.name} size="sm" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-1.5 text-sm">
          <b className="font-semibold">{name}</b>
          {message.author.isTrainer ? (
            <span className="rounded-full bg-excused-soft px-1.5 text-xs text-excused-text">
              {t('trainer')}
            </span>
          ) : null}
          {message.privateWith ? (
            <PrivateLabel person={message.privateWith} isOwn={isOwn} isTrainer={message.author.isTrainer} />
          ) : null}
          <time dateTime={message.createdAt} className="text-xs text-text-2 tabular-nums">
            {formatTime(message.createdAt, zone)}
          </time>
        </p>
        {message.replyTo ? <QuotationLine quotation={message.replyTo} me={me} /> : null}
        {message.text === null ? (
          <RemovedMessage message={message} me={me} />
        ) : (
          <MessageText text={message.text} mentions={message.mentions} me={me} />
        )}
      </div>
      {message.text === null ? null : <Actions {...props} />}
    </li>
  )
})

function Actions({ message, mayRemove, onReply, onWriteTo, onRemove }: MessageRowProps): ReactNode {
  const t = useTranslations('chat')
  const { name } = message.author
  const entries: MenuEntry[] = [
    { label: t('reply'), icon: <Reply />, onSelect: () => onReply(message) },
    ...(onWriteTo
      ? [{ label: t('writeTo', { name }), icon: <Lock />, onSelect: () => onWriteTo(message) }]
      : []),
  ]
  const removal: MenuEntry[] = mayRemove
    ? [{ label: t('remove'), icon: <Trash2 />, danger: true, onSelect: () => onRemove(message) }]
    : []
  return (
    <span className="absolute top-0.5 right-2 rounded-[8px] border bg-surface opacity-0 shadow-1 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:static pointer-coarse:border-0 pointer-coarse:bg-transparent pointer-coarse:opacity-100 pointer-coarse:shadow-none">
      <Menu
        label={t('actions', { name })}
        groups={[entries, removal].filter((group) => group.length > 0)}
        trigger={(button) => <IconButton label={t('actions', { name })} icon={<Ellipsis />} {...button} />}
      />
    </span>
  )
}
