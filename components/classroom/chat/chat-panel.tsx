import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Failure } from '#components/classroom/controls/failure.tsx'
import { useAttempt } from '#components/classroom/controls/use-attempt.ts'
import { useChat, useRoomApi, useRoomState } from '#components/classroom/follow/class-context.ts'
import { usePeople } from '#components/classroom/room/people.ts'
import { useRoom } from '#components/classroom/room/room-context.ts'
import { firstName } from '#components/classroom/visit/first-name.ts'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import type { Message } from '#lib/classroom/chat/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { Composer, type Recipient } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { useChatState } from './use-chat-state.ts'

/** Like the server's: how long one may take back what one wrote. */
const OWN_REMOVAL = 10 * 60_000

type ChatPanelProps = { session: SessionDetail; viewer: Viewer }

/** What was written in the session, and writing. */
export default function ChatPanel({ session, viewer }: ChatPanelProps) {
  const t = useTranslations('chat')
  const chat = useChat()
  const api = useRoomApi()
  const state = useChatState()
  const [recipient, setRecipient] = useState<Recipient | null>(null)
  const [answering, setAnswering] = useState<Message | null>(null)
  const remove = useAttempt(
    useCallback(
      async (message: Message) => {
        await api.removeMessage(message.id)
        chat.forgetText(message.id)
      },
      [api, chat],
    ),
  )
  const isTrainer = viewer.role === 'TRAINER'
  const isLocked = useIsLocked(viewer.id, session)
  const names = useNames(session)

  useEffect(() => {
    chat.open()
    void chat.sync()
    return chat.close
  }, [chat])

  const threadOf = useCallback(
    ({ privateWith, author }: Message): Recipient => privateWith ?? { id: author.id, name: author.name },
    [],
  )
  const answer = useCallback((message: Message) => {
    setAnswering(message)
    setRecipient(message.privateWith)
  }, [])
  const writeTo = useCallback((message: Message) => setRecipient(threadOf(message)), [threadOf])
  const mayRemove = useCallback(
    (message: Message) =>
      session.abilities.canRemoveMessages ||
      (message.author.id === viewer.id && Date.now() - Date.parse(message.createdAt) < OWN_REMOVAL),
    [session.abilities.canRemoveMessages, viewer.id],
  )
  const recipients: Recipient[] = isTrainer
    ? (session.seats ?? []).map(({ id, name }) => ({ id, name }))
    : [{ id: viewer.id, name: session.trainer.name }]

  return (
    <>
      <MessageList
        state={state}
        chat={chat}
        viewer={viewer}
        names={names}
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
      <Composer
        recipients={recipients}
        recipient={recipient}
        onRecipient={setRecipient}
        isLocked={isLocked}
        privateLabel={(to) => t('only', { name: firstName(to.name) })}
        answering={answering}
        onAnswered={() => setAnswering(null)}
        names={names}
        onSend={chat.send}
      />
    </>
  )
}

function useIsLocked(me: string, session: SessionDetail): boolean {
  const leads = session.abilities.canModerate
  return useRoomState((state) => {
    const isExcepted = state.exceptions.some(({ userId, locks }) => userId === me && locks.includes('chat'))
    const assists = state.assistants.some(({ userId }) => userId === me)
    return state.locks.includes('chat') && !isExcepted && !assists && !leads
  }, false)
}

/** Who may be meant by `@name`: everybody inside and the trainer. */
function useNames({ trainer }: SessionDetail): string[] {
  const room = useRoom()
  const people = usePeople()
  return useMemo(
    () => [
      ...new Set([
        trainer.name,
        ...people.flatMap((identity) => room.getParticipantByIdentity(identity)?.name || []),
      ]),
    ],
    [room, people, trainer.name],
  )
}
