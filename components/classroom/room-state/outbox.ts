import { ApiFailure } from '#lib/api/client.ts'
import type { Message, Person, Quotation } from '#lib/classroom/message.ts'

/** The only recipient of a private message. */
export type Recipient = { id: string; name: string }

export type Draft = {
  text: string
  /** People mentioned in the text. */
  mentions: Person[]
  replyTo: Quotation | null
  privateWith: Recipient | null
}

/**
 * Outgoing message. `waiting`: sent again later; `reason` is the server's message, or null without a
 * connection. `refused`: its author decides.
 */
export type OutgoingMessage = Draft & {
  id: string
  state: 'sending' | 'waiting' | 'refused'
  reason: string | null
}

type Deps = {
  sendMessage(message: Draft & { id: string }): Promise<Message>
  newId(): string
  schedule(work: () => void, milliseconds: number): void
  /** The server has stored the message. */
  onSent(message: Message): void
  onChange(outbox: OutgoingMessage[]): void
}

export const TRY_AGAIN_AFTER_MS = 3_000

/** Sends messages one at a time, in the order in which they were written, until each is stored or refused. */
export function createOutbox({ sendMessage, newId, schedule, onSent, onChange }: Deps) {
  let outbox: OutgoingMessage[] = []
  let isDelivering = false

  function set(next: OutgoingMessage[]) {
    outbox = next
    onChange(outbox)
  }

  function replace(id: string, change: Partial<OutgoingMessage>) {
    set(outbox.map((outgoing) => (outgoing.id === id ? { ...outgoing, ...change } : outgoing)))
  }

  async function deliver() {
    if (isDelivering) return
    isDelivering = true
    const next = () => outbox.find(({ state }) => state !== 'refused')
    for (let outgoing = next(); outgoing; outgoing = next()) {
      if (await deliverMessage(outgoing)) continue
      schedule(() => void deliver(), TRY_AGAIN_AFTER_MS)
      break
    }
    isDelivering = false
  }

  /** Returns false if the message was neither stored nor refused. */
  async function deliverMessage({
    id,
    text,
    mentions,
    replyTo,
    privateWith,
  }: OutgoingMessage): Promise<boolean> {
    try {
      const message = await sendMessage({ id, text, mentions, replyTo, privateWith })
      discard(new Set([id]))
      onSent(message)
      return true
    } catch (error) {
      const reason = error instanceof ApiFailure ? error.message : null
      if (isPermanentFailure(error)) {
        replace(id, { state: 'refused', reason })
        return true
      }
      set(
        outbox.map((outgoing) =>
          outgoing.state === 'refused' ? outgoing : { ...outgoing, state: 'waiting', reason },
        ),
      )
      return false
    }
  }

  /** Discards messages that are stored or that the author gives up. */
  function discard(ids: ReadonlySet<string>) {
    if (outbox.some(({ id }) => ids.has(id))) set(outbox.filter(({ id }) => !ids.has(id)))
  }

  return {
    send(draft: Draft) {
      const state = outbox.some((outgoing) => outgoing.state === 'waiting') ? 'waiting' : 'sending'
      set([...outbox, { ...draft, id: newId(), state, reason: null }])
      void deliver()
    },
    retry(id: string) {
      replace(id, { state: 'sending', reason: null })
      void deliver()
    },
    /** Skips the wait between two attempts. */
    retryNow: () => void deliver(),
    discard,
  }
}

/** Whether a retry would fail the same way: the connection works, and our server is neither down nor busy. */
export function isPermanentFailure(error: unknown): boolean {
  return error instanceof ApiFailure && error.status >= 400 && error.status < 500 && error.status !== 429
}
