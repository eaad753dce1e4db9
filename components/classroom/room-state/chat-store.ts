import type { MessagePage } from '#lib/classroom/chat/api.ts'
import type { Message, Person } from '#lib/classroom/message.ts'
import { holdsMessage, mergeMessages, withRemovals } from './merge-messages.ts'
import {
  createOutbox,
  type Draft,
  isRefusal,
  type Outgoing,
  type Recipient,
  TRY_AGAIN_AFTER,
} from './outbox.ts'
import { createProgress } from './progress.ts'
import type { RoomFollower } from './room-follower.ts'

export type ChatState = {
  messages: Message[]
  outbox: Outgoing[]
  /** Whether the first page is there, and whether there are earlier ones. */
  isLoaded: boolean
  hasEarlier: boolean
  /** How many came while nobody looked, and the number from which on. */
  unread: number
  unreadFrom: number | null
}

type Ways = {
  me: () => string
  follower: RoomFollower
  api: {
    listMessages(asked: { before?: number; since?: number }): Promise<MessagePage>
    sendMessage(message: Draft & { id: string }): Promise<Message>
  }
  newId(): string
  later(work: () => void, milliseconds: number): void
}

export type ChatStore = ReturnType<typeof createChatStore>

/** What one began to write, and to whom; it outlives the panel. */
type Kept = { text: string; recipient: Recipient | null; answering: Message | null }

/** What was written in the session, as our server has it, and what one writes. A store: subscribe, and read `state`. */
export function createChatStore({ me, follower, api, newId, later }: Ways) {
  const listeners = new Set<() => void>()
  const progress = createProgress()
  /** Kept, so that a page that was read before does not bring them back. */
  const removals = new Map<string, Person | null>()
  let kept: Kept = { text: '', recipient: null, answering: null }
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
    later,
    onSent: (message) => take([message]),
    onChange: (outbox) => set({ outbox }),
  })

  function merged(came: Message[]): Message[] {
    for (const { id, text, removedBy } of came) if (text === null) removals.set(id, removedBy)
    return withoutRemoved(mergeMessages(state.messages, came))
  }

  function withoutRemoved(messages: Message[]): Message[] {
    if (removals.size === 0) return messages
    return messages.map((message) => withRemovals(message, removals))
  }

  function take(came: Message[]) {
    const news = came.filter(
      (message) => message.author.id !== me() && !holdsMessage(state.messages, message),
    )
    const first = news[0]
    set({
      messages: merged(came),
      ...(!isOpen &&
        first && {
          unread: state.unread + news.length,
          unreadFrom: state.unreadFrom ?? first.number,
        }),
    })
    outbox.discard(new Set(came.map(({ id }) => id)))
  }

  async function readLatest() {
    const page = await api.listMessages({})
    progress.reach(page.number)
    set({ messages: merged(page.items), isLoaded: true, hasEarlier: page.hasMore })
  }

  /** Reads what was written or removed meanwhile. */
  async function catchUp() {
    // Not by what is complete meanwhile: a removal that was told counts as here, and its message may be on the next page.
    let since = progress.complete
    for (let hasMore = true; hasMore; ) {
      const page = await api.listMessages({ since })
      // What was removed before the first one here is read with the page that it is on.
      const first = state.hasEarlier ? (state.messages[0]?.number ?? 0) : 0
      take(page.items.filter(({ number }) => number >= first))
      since = page.number
      hasMore = page.hasMore
    }
    progress.reach(since)
  }

  async function readAll() {
    try {
      if (!state.isLoaded) await readLatest()
      while (progress.isBehind) await catchUp()
    } catch (error) {
      if (!isRefusal(error)) later(() => void sync(), TRY_AGAIN_AFTER)
    }
  }

  function sync(): Promise<void> {
    syncing ??= readAll().finally(() => {
      syncing = null
    })
    return syncing
  }

  function syncWhereBehind() {
    if (state.isLoaded && progress.isBehind) void sync()
  }

  follower.on('change', (change, number) => {
    if (change.kind === 'message') take([change.message])
    if (change.kind === 'message_removed') forget(change.messageId, change.by)
    progress.tell(number)
    syncWhereBehind()
  })
  follower.on('missed', () => {
    progress.expect(follower.state?.number ?? 0)
    syncWhereBehind()
  })

  function forget(id: string, by: Person) {
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
    get kept() {
      return kept
    },
    keep(part: Partial<Kept>) {
      kept = { ...kept, ...part }
    },
    sync,
    send: outbox.send,
    tryAgain: outbox.tryAgain,
    tryNow: outbox.tryNow,
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
      set({ messages: merged(page.items), hasEarlier: page.hasMore })
    },
    /** A removal of one's own doing shows at once. */
    forget,
  }
}
