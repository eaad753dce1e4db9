import { ApiFailure } from '#components/classroom/api-client.ts'
import type { RoomFollower } from '#components/classroom/follow/room-follower.ts'
import type { Message, MessagePage } from '#lib/classroom/chat/api.ts'
import { mergeMessages, withoutText } from './merge-messages.ts'

export type Draft = {
  text: string
  replyToId: string | null
  privateWith: { id: string; name: string } | null
}

/** A message on its way: `waiting` for a connection, it is sent by itself; `refused`, it is for its writer to decide. */
export type Outgoing = Draft & {
  id: string
  state: 'sending' | 'waiting' | 'refused'
  because: string | null
}

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

const TRY_AGAIN_AFTER = 3_000

export type ChatStore = ReturnType<typeof createChatStore>

/** What was written in the session, as our server has it, and what one writes. A store: subscribe, and read `state`. */
export function createChatStore({ me, follower, api, newId, later }: Ways) {
  const listeners = new Set<() => void>()
  /** Up to which change of the room all messages are here. */
  let complete = 0
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

  function take(came: Message[]) {
    const known = new Set(state.messages.map(({ id }) => id))
    const news = came.filter(({ id, author }) => !known.has(id) && author.id !== me())
    const ids = new Set(came.map(({ id }) => id))
    const first = news[0]
    set({
      messages: mergeMessages(state.messages, came),
      outbox: state.outbox.filter(({ id }) => !ids.has(id)),
      ...(!isOpen &&
        first && {
          unread: state.unread + news.length,
          unreadFrom: state.unreadFrom ?? first.number,
        }),
    })
  }

  async function load() {
    if (state.isLoaded) return catchUp()
    const page = await api.listMessages({}).catch(() => null)
    if (!page) return
    complete = Math.max(complete, page.number)
    set({
      messages: mergeMessages(state.messages, page.items),
      isLoaded: true,
      hasEarlier: page.hasMore,
    })
  }

  /** Reads what was written or removed meanwhile. */
  async function catchUp() {
    for (let hasMore = true; hasMore; ) {
      const page: MessagePage | null = await api.listMessages({ since: complete }).catch(() => null)
      if (!page) return
      take(page.items)
      complete = Math.max(complete, page.number)
      hasMore = page.hasMore
    }
  }

  function sync(): Promise<void> {
    syncing ??= load().finally(() => {
      syncing = null
    })
    return syncing
  }

  follower.on('change', (change, number) => {
    if (change.kind === 'message') take([change.message])
    if (change.kind === 'message-removed') set({ messages: withoutText(state.messages, change.messageId) })
    // While it reads, what is complete is for the reading to say.
    if (state.isLoaded && !syncing) complete = Math.max(complete, number)
  })
  follower.on('missed', () => void sync())

  function replace(id: string, change: Partial<Outgoing>) {
    set({ outbox: state.outbox.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  }

  async function deliver(id: string) {
    const outgoing = state.outbox.find((one) => one.id === id)
    if (!outgoing || outgoing.state === 'refused') return
    replace(id, { state: 'sending', because: null })
    try {
      const { text, replyToId, privateWith } = outgoing
      take([await api.sendMessage({ id, text, replyToId, privateWith })])
    } catch (error) {
      const isRefused =
        error instanceof ApiFailure && error.status >= 400 && error.status < 500 && error.status !== 429
      replace(id, {
        state: isRefused ? 'refused' : 'waiting',
        because: error instanceof Error ? error.message : null,
      })
      if (!isRefused) later(() => void deliver(id), TRY_AGAIN_AFTER)
    }
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
    sync,
    send(draft: Draft) {
      const id = newId()
      set({ outbox: [...state.outbox, { ...draft, id, state: 'sending', because: null }] })
      void deliver(id)
    },
    tryAgain(id: string) {
      replace(id, { state: 'sending' })
      void deliver(id)
    },
    discard: (id: string) => set({ outbox: state.outbox.filter((one) => one.id !== id) }),
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
      set({ messages: mergeMessages(state.messages, page.items), hasEarlier: page.hasMore })
    },
    /** A removal of one's own doing shows at once. */
    forgetText: (id: string) => set({ messages: withoutText(state.messages, id) }),
  }
}
