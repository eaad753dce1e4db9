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
export type OutgoingMessage = Draft & {
  id: string
  state: 'sending' | 'waiting' | 'refused'
  reason: string | null
}

type Deps = {
  sendMessage(message: Draft & { id: string }): Promise<Message>
  newId(): string
  schedule(work: () => void, milliseconds: number): void
  /** It is there. */
  onSent(message: Message): void
  onChange(outbox: OutgoingMessage[]): void
}

export const TRY_AGAIN_AFTER = 3_000

/** Sends one message after the other, in the order in which they were written, until each is there or refused. */
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
      schedule(() => void deliver(), TRY_AGAIN_AFTER)
      break
    }
    isDelivering = false
  }

  /** Answers false where it was neither taken nor refused. */
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

  /** Those that are there, or that one does not want to send any more. */
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
    /** Does not wait between two tries any longer. */
    retryNow: () => void deliver(),
    discard,
  }
}

/** It would be answered the same again: neither is the connection lost, nor our server away or busy. */
export function isPermanentFailure(error: unknown): boolean {
  return error instanceof ApiFailure && error.status >= 400 && error.status < 500 && error.status !== 429
}
