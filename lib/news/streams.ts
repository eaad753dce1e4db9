import 'server-only'
import type { Actor } from '#lib/identity/actor.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { type Bulletin, bulletin, type NewsBulletin } from './bulletin.ts'
import { findAudience, findEnded } from './find-audience.ts'
import type { News } from './news.ts'

/** An open page's line to us. */
export type Stream = { signInId: Actor['signInId']; send(news: News): void; close(): void }

/** The open pages of this process. */
export type Streams = {
  /** A stream whose sign-in ended while it was being opened is closed again. */
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

  return {
    add(stream) {
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
      const { ended, hearing } = await findAudience(context(), told, signInIds())
      close(ended)
      for (const stream of streams) if (hearing.has(stream.signInId)) stream.send(newsIn(told))
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

/** Who else hears of it is nobody's business. */
function newsIn(told: NewsBulletin): News {
  return told.kind === 'notices' ? { kind: told.kind } : { kind: told.kind, sessionId: told.sessionId }
}

function read(payload: string): Bulletin | null {
  try {
    return bulletin.parse(JSON.parse(payload))
  } catch {
    return null
  }
}
