import { useRoomContext } from '@livekit/components-react'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { usePeople } from '#components/classroom/livekit/people.ts'
import type { Recipient } from '#components/classroom/room-state/outbox.ts'
import { useChatStore, useRoomApi, useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useChatState } from '#components/classroom/room-state/use-chat-state.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { addressOf } from '#lib/api/client.ts'
import { exportMessagesEndpoint } from '#lib/classroom/chat/endpoints.generated.ts'
import { OWN_REMOVAL_MS } from '#lib/classroom/chat/policy.ts'
import type { Message, Person, Quotation } from '#lib/classroom/message.ts'
import { userId } from '#lib/kernel/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { ChatClosed } from './chat-closed.tsx'
import { chatClosedForMe } from './closed-for-me.ts'
import { Composer } from './composer.tsx'
import { mentionedIn } from './mention.ts'
import { MessageList } from './message-list.tsx'
import { RecipientSelect } from './recipient-select.tsx'
import { WaitingBanner } from './waiting-banner.tsx'

type ChatPanelProps = { session: SessionDetail; viewer: Viewer }

/** The session's messages and the composer. */
export default function ChatPanel({ session, viewer }: ChatPanelProps) {
  const t = useTranslations('chat')
  const chat = useChatStore()
  const api = useRoomApi()
  const state = useChatState()
  const [recipient, setRecipient] = useState(chat.readComposer().recipient)
  const [replyingTo, setReplyingTo] = useState(chat.readComposer().replyingTo)
  const [shouldFocus, setShouldFocus] = useState(false)
  const remove = useAttempt(
    useCallback(
      async (message: Message) => {
        await api.removeMessage(message.id)
        chat.markRemoved(message.id, { id: userId.parse(viewer.id), name: viewer.name })
      },
      [api, chat, viewer],
    ),
  )
  const isTrainer = viewer.role === 'TRAINER'
  const closed = useRoomState((state) => chatClosedForMe({ id: viewer.id, isTrainer }, state), null)
  const people = useMentionable(session)

  useEffect(() => {
    chat.open()
    void chat.sync()
    return chat.close
  }, [chat])

  // The draft and its recipient survive closing the panel.
  useEffect(() => chat.saveComposer({ recipient, replyingTo }), [chat, recipient, replyingTo])
  const startMessage = useCallback((to: Recipient | null, replyingTo: Message | null) => {
    setRecipient(to)
    setReplyingTo(replyingTo)
    setShouldFocus(true)
  }, [])
  const clearFocusRequest = useCallback(() => setShouldFocus(false), [])
  const reply = useCallback((message: Message) => startMessage(message.privateWith, message), [startMessage])
  const writePrivately = useCallback(
    ({ privateWith, author }: Message) =>
      startMessage(privateWith ?? { id: author.id, name: author.name }, null),
    [startMessage],
  )
  const mayRemove = useCallback(
    (message: Message) =>
      session.abilities.canRemoveMessages ||
      (message.author.id === viewer.id && Date.now() - Date.parse(message.createdAt) < OWN_REMOVAL_MS),
    [session.abilities.canRemoveMessages, viewer.id],
  )
  function changeRecipient(to: Recipient | null) {
    setRecipient(to)
    // A private message is not quoted to other recipients.
    if (replyingTo?.privateWith && replyingTo.privateWith.id !== to?.id) setReplyingTo(null)
  }
  const recipients: Recipient[] = isTrainer
    ? (session.seats ?? []).map(({ id, name }) => ({ id, name }))
    : [{ id: viewer.id, name: session.trainer.name }]

  function send(text: string) {
    const replyTo = replyingTo && quotationOf(replyingTo)
    chat.send({ text, mentions: mentionedIn(text, people), replyTo, privateWith: recipient })
    setReplyingTo(null)
  }
  const waiting = state.outbox.filter((message) => message.state === 'waiting' && !message.reason).length

  return (
    <>
      <MessageList
        state={state}
        chat={chat}
        viewer={viewer}
        mayRemove={mayRemove}
        onReply={reply}
        onWriteTo={isTrainer ? writePrivately : null}
        onRemove={remove.run}
      />
      <div className="px-3 empty:hidden">
        <Failure failure={remove.failure} />
      </div>
      {session.abilities.canModerate ? (
        <div className="flex justify-end border-t px-3 py-1.5">
          <ButtonAnchor
            size="sm"
            variant="ghost"
            href={addressOf(exportMessagesEndpoint, { sessionId: session.id })}
            download
          >
            <Download aria-hidden="true" />
            {t('export')}
          </ButtonAnchor>
        </div>
      ) : null}
      <div className="flex flex-none flex-col gap-2 border-t p-3">
        {recipients.length > 0 ? (
          <RecipientSelect {...{ recipients, recipient }} onRecipient={changeRecipient} />
        ) : null}
        {waiting > 0 ? <WaitingBanner count={waiting} onTryNow={chat.retryNow} /> : null}
        {closed && recipient === null ? (
          <ChatClosed
            reason={closed}
            trainer={session.trainer.name}
            onWriteToTrainer={() => startMessage({ id: viewer.id, name: session.trainer.name }, null)}
          />
        ) : (
          <Composer
            label={
              recipient
                ? t('writeToNamed', { to: t('only', { name: firstName(recipient.name) }) })
                : t('writeToAll')
            }
            replyingTo={replyingTo && quotationOf(replyingTo)}
            onCancelReply={() => setReplyingTo(null)}
            people={people}
            initialText={chat.readComposer().text}
            onText={(text) => chat.saveComposer({ text })}
            shouldFocus={shouldFocus}
            onFocused={clearFocusRequest}
            onSend={send}
          />
        )}
      </div>
    </>
  )
}

/** People who can be mentioned with @: the participants and the trainer. */
function useMentionable({ trainer }: SessionDetail): Person[] {
  const room = useRoomContext()
  const people = usePeople()
  return useMemo(() => {
    const inside = people.flatMap((identity) => {
      const id = userId.safeParse(identity)
      return id.success ? { id: id.data, name: room.getParticipantByIdentity(identity)?.name ?? '' } : []
    })
    return [trainer, ...inside.filter(({ id, name }) => name && id !== trainer.id)]
  }, [room, people, trainer])
}

function quotationOf({ id, author, text }: Message): Quotation {
  return { id, author, text }
}
