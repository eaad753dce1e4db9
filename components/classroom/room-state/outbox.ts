import { ApiFailure } from '#components/classroom/api/api-client.ts'
import type { Message, Person, Quotation } from '#lib/classroom/message.ts'

/** Whom a message is for alone. */
export type Recipient = { id: string; name: string }

export type Draft = {
  text: string
  /** Who is meant in it. */
  mentions: Person[]
  replyTo: Quotation | null
  privateWith: Recipient | null
}

/**
 * A message on its way. `waiting`: sent again later, `because` of what the server said, or of no connection where that
 * is null. `refused`: its author decides.
 */
export type Outgoing = Draft & {
  id: string
  state: 'sending' | 'waiting' | 'refused'
  because: string | null
}

type Ways = {
  sendMessage(message: Draft & { id: string }): Promise<Message>
  newId(): string
  later(work: () => void, milliseconds: number): void
  /** It is there. */
  onSent(message: Message): void
  onChange(outbox: Outgoing[]): void
}

export const TRY_AGAIN_AFTER = 3_000

/** Sends one message after the other, in the order in which they were written, until each is there or refused. */
export function createOutbox({ sendMessage, newId, later, onSent, onChange }: Ways) {
  let outbox: Outgoing[] = []
  let isDelivering = false

  function set(next: Outgoing[]) {
    outbox = next
    onChange(outbox)
  }

  function replace(id: string, change: Partial<Outgoing>) {
    set(outbox.map((one) => (one.id === id ? { ...one, ...change } : one)))
  }

  async function deliver() {
    if (isDelivering) return
    isDelivering = true
    const next = () => outbox.find(({ state }) => state !== 'refused')
    for (let outgoing = next(); outgoing; outgoing = next()) {
      if (await deliverOne(outgoing)) continue
      later(() => void deliver(), TRY_AGAIN_AFTER)
      break
    }
    isDelivering = false
  }

  /** Answers false where it was neither taken nor refused. */
  async function deliverOne({ id, text, mentions, replyTo, privateWith }: Outgoing): Promise<boolean> {
    try {
      const message = await sendMessage({ id, text, mentions, replyTo, privateWith })
      discard(new Set([id]))
      onSent(message)
      return true
    } catch (error) {
      const because = error instanceof ApiFailure ? error.message : null
      if (isRefusal(error)) {
        replace(id, { state: 'refused', because })
        return true
      }
      set(outbox.map((one) => (one.state === 'refused' ? one : { ...one, state: 'waiting', because })))
      return false
    }
  }

  /** Those that are there, or that one does not want to send any more. */
  function discard(ids: ReadonlySet<string>) {
    if (outbox.some(({ id }) => ids.has(id))) set(outbox.filter(({ id }) => !ids.has(id)))
  }

  return {
    send(draft: Draft) {
      const state = outbox.some((one) => one.state === 'waiting') ? 'waiting' : 'sending'
      set([...outbox, { ...draft, id: newId(), state, because: null }])
      void deliver()
    },
    tryAgain(id: string) {
      replace(id, { state: 'sending', because: null })
      void deliver()
    },
    /** Does not wait between two tries any longer. */
    tryNow: () => void deliver(),
    discard,
  }
}

/** It would be answered the same again: neither is the connection lost, nor our server away or busy. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiFailure && error.status >= 400 && error.status < 500 && error.status !== 429
}
