import { ArrowDown, MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { ChatState, ChatStore } from '#components/classroom/room-state/chat-store.ts'
import { useToastOnFailure } from '#components/classroom/ui/use-toast-on-failure.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Message } from '#lib/classroom/message.ts'
import { MessageRow } from './message-row.tsx'
import { OutgoingRow } from './outgoing-row.tsx'
import { useStickToEnd } from './use-stick-to-end.ts'

type MessageListProps = {
  state: ChatState
  chat: ChatStore
  viewer: Viewer
  mayRemove: (message: Message) => boolean
  onReply: (message: Message) => void
  onWriteTo: ((message: Message) => void) | null
  onRemove: (message: Message) => void
}

/** The messages, latest last. The list stays at the end unless the viewer has scrolled up. */
export function MessageList({ state, chat, viewer, mayRemove, ...acts }: MessageListProps) {
  const t = useTranslations('chat')
  const attempt = useToastOnFailure()
  const { messages, outbox, isLoaded, hasEarlier, unreadFrom } = state
  const { list, newBelow, toEnd, onScroll } = useStickToEnd(messages, outbox)
  if (!isLoaded) return <Loading />
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={list}
        role="log"
        aria-label={t('title')}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list can also be scrolled by keyboard
        tabIndex={0}
        className="[overflow-anchor:none] h-full overflow-y-auto py-2 focus-visible:-outline-offset-2"
      >
        {hasEarlier ? (
          <div className="grid place-items-center py-2">
            <Button size="sm" variant="ghost" onClick={() => attempt(chat.readEarlier())}>
              {t('earlier')}
            </Button>
          </div>
        ) : null}
        {messages.length + outbox.length === 0 ? (
          <div className="grid justify-items-center gap-1.5 px-6 py-10 text-center">
            <MessageSquare aria-hidden="true" className="size-6 text-text-3" />
            <p className="font-semibold">{t('empty')}</p>
            <p className="text-sm text-text-2">{t('emptyHint')}</p>
          </div>
        ) : null}
        <ol>
          {messages.map((message) => (
            <Fragment key={message.id}>
              {message.number === unreadFrom ? (
                <li className="flex items-center gap-3 px-4 py-1 text-xs font-semibold text-primary-text before:h-px before:flex-1 before:bg-primary after:h-px after:flex-1 after:bg-primary">
                  {t('new')}
                </li>
              ) : null}
              <MessageRow
                message={message}
                me={viewer.id}
                zone={viewer.zone}
                mayRemove={mayRemove(message)}
                {...acts}
              />
            </Fragment>
          ))}
          {outbox.map((outgoing) => (
            <OutgoingRow key={outgoing.id} outgoing={outgoing} me={viewer} chat={chat} />
          ))}
        </ol>
      </div>
      {newBelow > 0 ? (
        <div className="absolute inset-x-0 bottom-2 grid place-items-center">
          <Button size="sm" icon={<ArrowDown />} onClick={toEnd} className="rounded-full shadow-3">
            {t('newBelow', { count: newBelow })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Loading() {
  return (
    <div className="flex-1 space-y-4 p-4">
      {['1', '2', '3'].map((row) => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-6.5 rounded-full" />
          <div className="flex-1 space-y-1.5">
            <Skeleton className="h-3 w-28" />
            <Skeleton className="h-3 w-52" />
          </div>
        </div>
      ))}
    </div>
  )
}
