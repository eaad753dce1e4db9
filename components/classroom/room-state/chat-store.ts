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
  TRY_AGAIN_AFTER,
} from './outbox.ts'
import type { RoomStateStore } from './room-state-store.ts'

export type ChatState = {
  messages: Message[]
  outbox: OutgoingMessage[]
  /** Whether the first page is there, and whether there are earlier ones. */
  isLoaded: boolean
  hasEarlier: boolean
  /** How many came while nobody looked, and the number from which on. */
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

/** What one began to write, and to whom; it outlives the panel. */
type ComposerState = { text: string; recipient: Recipient | null; replyingTo: Message | null }

/** What was written in the session, as our server has it, and what one writes. A store: subscribe, and read `state`. */
export function createChatStore({ me, roomState, api, newId, schedule }: Deps) {
  const listeners = new Set<() => void>()
  const progress = createChangeProgress()
  /** Kept, so that a page that was read before does not bring them back. */
  const removals = new Map<string, Person | null>()
  let composer: ComposerState = { text: '', recipient: null, replyingTo: null }
  let isOpen = false
  let syncing: Promise<void> | null = null
  let state: ChatState = {
    messages: [],
    outbox: [],
    isLoaded: false,
    hasEarlier: false,
    unread: 0,
    unreadFrom: null,
  }

  function set(change: Partial<ChatState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  const outbox = createOutbox({
    sendMessage: api.sendMessage,
    newId,
    schedule,
    onSent: (message) => addReceived([message]),
    onChange: (outbox) => set({ outbox }),
  })

  function mergeReceived(received: Message[]): Message[] {
    for (const { id, text, removedBy } of received) if (text === null) removals.set(id, removedBy)
    return withoutRemoved(mergeMessages(state.messages, received))
  }

  function withoutRemoved(messages: Message[]): Message[] {
    if (removals.size === 0) return messages
    return messages.map((message) => withRemovals(message, removals))
  }

  function addReceived(received: Message[]) {
    const newMessages = received.filter(
      (message) => message.author.id !== me() && !hasMessage(state.messages, message),
    )
    const first = newMessages[0]
    set({
      messages: mergeReceived(received),
      ...(!isOpen &&
        first && {
          unread: state.unread + newMessages.length,
          unreadFrom: state.unreadFrom ?? first.number,
        }),
    })
    outbox.discard(new Set(received.map(({ id }) => id)))
  }

  async function readLatest() {
    const page = await api.listMessages({})
    progress.markReadUpTo(page.number)
    set({ messages: mergeReceived(page.items), isLoaded: true, hasEarlier: page.hasMore })
  }

  /** Reads what was written or removed meanwhile. */
  async function catchUp() {
    // Not by what is complete meanwhile: a removal that was told counts as here, and its message may be on the next page.
    let since = progress.complete
    for (let hasMore = true; hasMore; ) {
      const page = await api.listMessages({ since })
      // What was removed before the first one here is read with the page that it is on.
      const first = state.hasEarlier ? (state.messages[0]?.number ?? 0) : 0
      addReceived(page.items.filter(({ number }) => number >= first))
      since = page.number
      hasMore = page.hasMore
    }
    progress.markReadUpTo(since)
  }

  async function readAll() {
    try {
      if (!state.isLoaded) await readLatest()
      while (progress.isBehind) await catchUp()
    } catch (error) {
      if (!isPermanentFailure(error)) schedule(() => void sync(), TRY_AGAIN_AFTER)
    }
  }

  function sync(): Promise<void> {
    syncing ??= readAll().finally(() => {
      syncing = null
    })
    return syncing
  }

  function syncIfBehind() {
    if (state.isLoaded && progress.isBehind) void sync()
  }

  roomState.on('change', (change, number) => {
    if (change.kind === 'message') addReceived([change.message])
    if (change.kind === 'message_removed') markRemoved(change.messageId, change.by)
    progress.markReceived(number)
    syncIfBehind()
  })
  roomState.on('missed', () => {
    progress.noteNewest(roomState.state?.number ?? 0)
    syncIfBehind()
  })

  function markRemoved(id: string, by: Person) {
    removals.set(id, by)
    set({ messages: withoutRemoved(state.messages) })
  }

  return {
    get state() {
      return state
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    get composer() {
      return composer
    },
    saveComposer(part: Partial<ComposerState>) {
      composer = { ...composer, ...part }
    },
    sync,
    send: outbox.send,
    retry: outbox.retry,
    retryNow: outbox.retryNow,
    discard: (id: string) => outbox.discard(new Set([id])),
    /** Somebody looks: nothing is unread then; the line above what was new stays until it is closed. */
    open() {
      isOpen = true
      if (state.unread > 0) set({ unread: 0 })
    },
    close() {
      isOpen = false
      if (state.unreadFrom !== null) set({ unreadFrom: null })
    },
    async readEarlier() {
      const first = state.messages[0]
      if (!first || !state.hasEarlier) return
      const page = await api.listMessages({ before: first.number })
      set({ messages: mergeReceived(page.items), hasEarlier: page.hasMore })
    },
    /** A removal of one's own doing shows at once. */
    markRemoved,
  }
}
