import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { MOST_STREAMS } from '#lib/limits/limits.ts'
import { type Bulletin, bulletin, type NewsBulletin } from './bulletin.ts'
import { findAudience, findEnded } from './find-audience.ts'
import type { News } from './news.ts'

/** An open page's line to us. */
export type Stream = {
  userId: Actor['id']
  signInId: Actor['signInId']
  send(news: News): void
  close(): void
}

/** The open pages of this process. */
export type Streams = {
  /**
   * A stream whose sign-in ended while it was being opened is closed again. The stream of a person beyond
   * MOST_STREAMS ends that person's oldest one.
   */
  add(stream: Stream): () => void
  /** Passes a notice of PostgreSQL on to whom it concerns; rights are asked again for each. */
  pass(payload: string): Promise<void>
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
    for (const stream of own.slice(0, Math.max(0, own.length + 1 - MOST_STREAMS))) {
      stream.send({ kind: 'ended' })
      stream.close()
    }
  }

  let waiting: NewsBulletin[] = []
  let passing: Promise<void> | null = null

  /** Bulletins that come while others are being passed on share one more question. */
  function passWaiting(): Promise<void> {
    passing ??= passAll().finally(() => {
      passing = null
    })
    return passing
  }

  async function passAll(): Promise<void> {
    while (waiting.length > 0) {
      const told = waiting
      waiting = []
      const { ended, hearing } = await findAudience(context(), told, signInIds())
      close(ended)
      for (const stream of streams) {
        const places = hearing.get(stream.signInId) ?? []
        for (const news of newsIn(places.flatMap((place) => told[place] ?? []))) stream.send(news)
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
    async pass(payload) {
      const told = read(payload)
      if (!told || streams.size === 0) return
      if (told.kind === 'signed-out') return close(new Set(told.signInIds))
      waiting.push(told)
      await passWaiting()
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
function newsIn(told: NewsBulletin[]): News[] {
  const sessions = told.flatMap((bulletin) => (bulletin.kind === 'session' ? bulletin.sessionId : []))
  const news: News[] = [...new Set(sessions)].map((sessionId) => ({ kind: 'session', sessionId }))
  return told.some(({ kind }) => kind === 'notices') ? [...news, { kind: 'notices' }] : news
}

function read(payload: string): Bulletin | null {
  try {
    return bulletin.parse(JSON.parse(payload))
  } catch {
    return null
  }
}
