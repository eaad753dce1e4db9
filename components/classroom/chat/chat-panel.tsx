import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { usePeople } from '#components/classroom/livekit/people.ts'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import { useChat, useRoomApi, useRoomState } from '#components/classroom/room-state/class-context.ts'
import type { Recipient } from '#components/classroom/room-state/outbox.ts'
import { useChatState } from '#components/classroom/room-state/use-chat-state.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { OWN_REMOVAL_MS } from '#lib/classroom/chat/policy.ts'
import type { Message, Person, Quotation } from '#lib/classroom/message.ts'
import { userId } from '#lib/kernel/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { Closed } from './closed.tsx'
import { chatClosedForMe } from './closed-for-me.ts'
import { Composer } from './composer.tsx'
import { mentionedIn } from './mention.ts'
import { MessageList } from './message-list.tsx'
import { ToLine } from './to-line.tsx'
import { WaitingBanner } from './waiting-banner.tsx'

type ChatPanelProps = { session: SessionDetail; viewer: Viewer }

/** What was written in the session, and writing. */
export default function ChatPanel({ session, viewer }: ChatPanelProps) {
  const t = useTranslations('chat')
  const chat = useChat()
  const api = useRoomApi()
  const state = useChatState()
  const [recipient, setRecipient] = useState(chat.kept.recipient)
  const [answering, setAnswering] = useState(chat.kept.answering)
  const [isAsked, setAsked] = useState(false)
  const remove = useAttempt(
    useCallback(
      async (message: Message) => {
        await api.removeMessage(message.id)
        chat.forget(message.id, { id: userId.parse(viewer.id), name: viewer.name })
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

  // Whoever looks at something else meanwhile finds it, and whom it is for, again.
  useEffect(() => chat.keep({ recipient, answering }), [chat, recipient, answering])
  const write = useCallback((to: Recipient | null, answering: Message | null) => {
    setRecipient(to)
    setAnswering(answering)
    setAsked(true)
  }, [])
  const focused = useCallback(() => setAsked(false), [])
  const answer = useCallback((message: Message) => write(message.privateWith, message), [write])
  const writeTo = useCallback(
    ({ privateWith, author }: Message) => write(privateWith ?? { id: author.id, name: author.name }, null),
    [write],
  )
  const mayRemove = useCallback(
    (message: Message) =>
      session.abilities.canRemoveMessages ||
      (message.author.id === viewer.id && Date.now() - Date.parse(message.createdAt) < OWN_REMOVAL_MS),
    [session.abilities.canRemoveMessages, viewer.id],
  )
  function address(to: Recipient | null) {
    setRecipient(to)
    // What is private is not quoted to others.
    if (answering?.privateWith && answering.privateWith.id !== to?.id) setAnswering(null)
  }
  const recipients: Recipient[] = isTrainer
    ? (session.seats ?? []).map(({ id, name }) => ({ id, name }))
    : [{ id: viewer.id, name: session.trainer.name }]

  function send(text: string) {
    const replyTo = answering && quotationOf(answering)
    chat.send({ text, mentions: mentionedIn(text, people), replyTo, privateWith: recipient })
    setAnswering(null)
  }
  const waiting = state.outbox.filter((one) => one.state === 'waiting' && !one.because).length

  return (
    <>
      <MessageList
        state={state}
        chat={chat}
        viewer={viewer}
        mayRemove={mayRemove}
        onReply={answer}
        onWriteTo={isTrainer ? writeTo : null}
        onRemove={remove.run}
      />
      <div className="px-3 empty:hidden">
        <Failure of={remove.failure} />
      </div>
      {session.abilities.canModerate ? (
        <div className="flex justify-end border-t px-3 py-1.5">
          <ButtonAnchor
            size="sm"
            variant="ghost"
            href={`/api/v1/sessions/${session.id}/messages.csv`}
            download
          >
            <Download aria-hidden="true" />
            {t('export')}
          </ButtonAnchor>
        </div>
      ) : null}
      <div className="flex flex-none flex-col gap-2 border-t p-3">
        {recipients.length > 0 ? <ToLine {...{ recipients, recipient }} onRecipient={address} /> : null}
        {waiting > 0 ? <WaitingBanner count={waiting} onTryNow={chat.tryNow} /> : null}
        {closed && recipient === null ? (
          <Closed
            because={closed}
            trainer={session.trainer.name}
            onWriteToTrainer={() => write({ id: viewer.id, name: session.trainer.name }, null)}
          />
        ) : (
          <Composer
            label={
              recipient
                ? t('writeToNamed', { to: t('only', { name: firstName(recipient.name) }) })
                : t('writeToAll')
            }
            answering={answering && quotationOf(answering)}
            onNoAnswer={() => setAnswering(null)}
            people={people}
            keptText={chat.kept.text}
            onText={(text) => chat.keep({ text })}
            isAsked={isAsked}
            onFocused={focused}
            onSend={send}
          />
        )}
      </div>
    </>
  )
}

/** Who may be meant by an @: everybody inside and the trainer. */
function useMentionable({ trainer }: SessionDetail): Person[] {
  const room = useRoom()
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
