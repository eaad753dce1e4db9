import { createStore } from '#components/classroom/ui/store.ts'
import type { MessagePage } from '#lib/classroom/chat/api.ts'
import type { Message, Person } from '#lib/classroom/message.ts'
import { createChangeProgress } from './change-progress.ts'
import { hasMessage, mergeMessages, withRemovals } from './merge-messages.ts'
import {
  createOutbox,
  type Draft,
  isPermanentFailure,
  type OutgoingMessage,
  type Recipient,
  TRY_AGAIN_AFTER_MS,
} from './outbox.ts'
import type { RoomStateStore } from './room-state-store.ts'

export type ChatState = {
  messages: Message[]
  outbox: OutgoingMessage[]
  /** Whether the first page is loaded, and whether earlier messages exist. */
  isLoaded: boolean
  hasEarlier: boolean
  /** Number of messages that arrived while the chat was closed, and the number of the first of them. */
  unread: number
  unreadFrom: number | null
}

type Deps = {
  me: () => string
  roomState: RoomStateStore
  api: {
    listMessages(params: { before?: number; since?: number }): Promise<MessagePage>
    sendMessage(message: Draft & { id: string }): Promise<Message>
  }
  newId(): string
  schedule(work: () => void, milliseconds: number): void
}

export type ChatStore = ReturnType<typeof createChatStore>

/** Draft text, recipient and quoted message. They are kept when the panel closes. */
type ComposerState = { text: string; recipient: Recipient | null; replyingTo: Message | null }

/** Messages of the session as our server has them, and the viewer's outgoing messages. */
export function createChatStore({ me, roomState, api, newId, schedule }: Deps) {
  const progress = createChangeProgress()
  /** Kept, so that a page that was read earlier doesn't bring removed messages back. */
  const removals = new Map<string, Person | null>()
  let composer: ComposerState = { text: '', recipient: null, replyingTo: null }
  let isOpen = false
  let syncing: Promise<void> | null = null
  const [store, set] = createStore<ChatState>({
    messages: [],
    outbox: [],
    isLoaded: false,
    hasEarlier: false,
    unread: 0,
    unreadFrom: null,
  })

  const outbox = createOutbox({
    sendMessage: api.sendMessage,
    newId,
    schedule,
    onSent: (message) => addReceived([message]),
    onChange: (outbox) => set({ outbox }),
  })

  function mergeReceived(received: Message[]): Message[] {
    for (const { id, text, removedBy } of received) if (text === null) removals.set(id, removedBy)
    return withoutRemoved(mergeMessages(store.state.messages, received))
  }

  function withoutRemoved(messages: Message[]): Message[] {
    if (removals.size === 0) return messages
    return messages.map((message) => withRemovals(message, removals))
  }

  function addReceived(received: Message[]) {
    const newMessages = received.filter(
      (message) => message.author.id !== me() && !hasMessage(store.state.messages, message),
    )
    const first = newMessages[0]
    set({
      messages: mergeReceived(received),
      ...(!isOpen &&
        first && {
          unread: store.state.unread + newMessages.length,
          unreadFrom: store.state.unreadFrom ?? first.number,
        }),
    })
    outbox.discard(new Set(received.map(({ id }) => id)))
  }

  async function readLatest() {
    const page = await api.listMessages({})
    progress.markReadUpTo(page.number)
    set({ messages: mergeReceived(page.items), isLoaded: true, hasEarlier: page.hasMore })
  }

  /** Reads messages and removals that were missed. */
  async function catchUp() {
    // Continues by the page's number, not by `progress.complete`: a received removal counts as complete, but
    // its message may be on the next page.
    let since = progress.complete
    for (let hasMore = true; hasMore; ) {
      const page = await api.listMessages({ since })
      // Removals of messages before the first loaded one come with the page that contains them.
      const first = store.state.hasEarlier ? (store.state.messages[0]?.number ?? 0) : 0
      addReceived(page.items.filter(({ number }) => number >= first))
      since = page.number
      hasMore = page.hasMore
    }
    progress.markReadUpTo(since)
  }

  async function readAll() {
    try {
      if (!store.state.isLoaded) await readLatest()
      while (progress.isBehind) await catchUp()
    } catch (error) {
      if (!isPermanentFailure(error)) schedule(() => void sync(), TRY_AGAIN_AFTER_MS)
    }
  }

  function sync(): Promise<void> {
    syncing ??= readAll().finally(() => {
      syncing = null
    })
    return syncing
  }

  function syncIfBehind() {
    if (store.state.isLoaded && progress.isBehind) void sync()
  }

  roomState.on('change', (change, number) => {
    if (change.kind === 'message') addReceived([change.message])
    if (change.kind === 'message_removed') markRemoved(change.messageId, change.by)
    progress.markReceived(number)
    syncIfBehind()
  })
  roomState.on('missed', () => {
    progress.noteNewest(roomState.state.room?.number ?? 0)
    syncIfBehind()
  })

  function markRemoved(id: string, by: Person) {
    removals.set(id, by)
    set({ messages: withoutRemoved(store.state.messages) })
  }

  return Object.assign(store, {
    readComposer: () => composer,
    saveComposer(part: Partial<ComposerState>) {
      composer = { ...composer, ...part }
    },
    sync,
    send: outbox.send,
    retry: outbox.retry,
    retryNow: outbox.retryNow,
    discard: (id: string) => outbox.discard(new Set([id])),
    /** Clears the unread count. The line above the new messages stays until the chat is closed. */
    open() {
      isOpen = true
      if (store.state.unread > 0) set({ unread: 0 })
    },
    close() {
      isOpen = false
      if (store.state.unreadFrom !== null) set({ unreadFrom: null })
    },
    async readEarlier() {
      const first = store.state.messages[0]
      if (!first || !store.state.hasEarlier) return
      const page = await api.listMessages({ before: first.number })
      set({ messages: mergeReceived(page.items), hasEarlier: page.hasMore })
    },
    /** Shows the viewer's own removal at once. */
    markRemoved,
  })
}
