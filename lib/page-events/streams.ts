import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { MAX_STREAMS } from '#lib/limits/limits.ts'
import { type EventEnvelope, eventEnvelope, type PageEventEnvelope } from './event-envelope.ts'
import { findAudience, findEnded } from './find-audience.ts'
import type { PageEvent } from './page-event.ts'

/** An open page's line to us. */
export type Stream = {
  userId: Actor['id']
  signInId: Actor['signInId']
  send(event: PageEvent): void
  close(): void
}

/** The open pages of this process. */
export type Streams = {
  /**
   * A stream whose sign-in ended while it was being opened is closed again. The stream of a person beyond
   * MAX_STREAMS ends that person's oldest one.
   */
  add(stream: Stream): () => void
  /** Passes a notice of PostgreSQL on to whom it concerns; rights are asked again for each. */
  forward(payload: string): Promise<void>
  /** Notices may have been lost: closes the streams of ended sign-ins and tells the others to read again. */
  announceReady(): Promise<void>
  closeAll(): void
}

/** A register of open pages; `database` is asked who may hear what. */
export function createStreams(database: SystemContext['database']): Streams {
  const streams = new Set<Stream>()
  const context = () => ({ database, now: new Date() })
  const signInIds = () => [...new Set([...streams].map((stream) => stream.signInId))]

  function close(ended: Set<string>): void {
    for (const stream of streams) if (ended.has(stream.signInId)) stream.close()
  }

  function endOldest(userId: Stream['userId']): void {
    const own = [...streams].filter((stream) => stream.userId === userId)
    for (const stream of own.slice(0, Math.max(0, own.length + 1 - MAX_STREAMS))) {
      stream.send({ kind: 'ended' })
      stream.close()
    }
  }

  let waiting: PageEventEnvelope[] = []
  let forwarding: Promise<void> | null = null

  /** Bulletins that come while others are being passed on share one more question. */
  function forwardWaiting(): Promise<void> {
    forwarding ??= forwardAll().finally(() => {
      forwarding = null
    })
    return forwarding
  }

  async function forwardAll(): Promise<void> {
    while (waiting.length > 0) {
      const received = waiting
      waiting = []
      const { ended, indexesBySignIn } = await findAudience(context(), received, signInIds())
      close(ended)
      for (const stream of streams) {
        const indexes = indexesBySignIn.get(stream.signInId) ?? []
        for (const event of pageEventsOf(indexes.flatMap((index) => received[index] ?? [])))
          stream.send(event)
      }
    }
  }

  return {
    add(stream) {
      endOldest(stream.userId)
      streams.add(stream)
      stream.send({ kind: 'ready' })
      // The database may be away; then the next notice finds out.
      void findEnded(context(), [stream.signInId]).then(close, () => {})
      return () => streams.delete(stream)
    },
    async forward(payload) {
      const received = parseEnvelope(payload)
      if (!received || streams.size === 0) return
      if (received.kind === 'signed-out') return close(new Set(received.signInIds))
      waiting.push(received)
      await forwardWaiting()
    },
    async announceReady() {
      await findEnded(context(), signInIds()).then(close, () => {})
      for (const stream of streams) stream.send({ kind: 'ready' })
    },
    closeAll() {
      for (const stream of streams) stream.close()
    },
  }
}

/** Each piece of news once, without the other people who hear it. */
function pageEventsOf(envelopes: PageEventEnvelope[]): PageEvent[] {
  const sessions = envelopes.flatMap((envelope) => (envelope.kind === 'session' ? envelope.sessionId : []))
  const events: PageEvent[] = [...new Set(sessions)].map((sessionId) => ({ kind: 'session', sessionId }))
  return envelopes.some(({ kind }) => kind === 'notices') ? [...events, { kind: 'notices' }] : events
}

function parseEnvelope(payload: string): EventEnvelope | null {
  try {
    return eventEnvelope.parse(JSON.parse(payload))
  } catch {
    return null
  }
}
