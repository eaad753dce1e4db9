import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { MAX_STREAMS } from '#lib/limits/limits.ts'
import { type EventEnvelope, eventEnvelope, type PageEventEnvelope } from './event-envelope.ts'
import { findAudience, findEnded } from './find-audience.ts'
import type { PageEvent } from './page-event.ts'

/** The event stream of an open page. */
export type Stream = {
  userId: Actor['id']
  signInId: Actor['signInId']
  send(event: PageEvent): void
  close(): void
}

/** The open pages of this process. */
export type Streams = {
  /**
   * Registers a stream; closes it if its sign-in ended meanwhile. A stream beyond MAX_STREAMS ends the person's
   * oldest one.
   */
  add(stream: Stream): () => void
  /** Forwards a PostgreSQL notification to its audience; rights are checked again for each notification. */
  forward(payload: string): Promise<void>
  /** After possible loss of notifications: closes the streams of ended sign-ins and makes the others reload. */
  announceReady(): Promise<void>
  closeAll(): void
}

/** Creates the set of open pages; rights are read from `database`. */
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

  /** Envelopes that arrive while others are forwarded share one more query. */
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
      // If the database is unavailable, the next notification closes the stream.
      void findEnded(context(), [stream.signInId]).then(close, () => {})
      return () => streams.delete(stream)
    },
    async forward(payload) {
      const received = parseEnvelope(payload)
      if (!received || streams.size === 0) return
      if (received.kind === 'signed_out') return close(new Set(received.signInIds))
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

/** The events of the envelopes without duplicates and without their audience. */
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
