import 'server-only'
import type { Actor } from '#lib/identity/actor.ts'
import type { SystemContext } from '#lib/process/context.ts'
import { type Bulletin, bulletin } from './bulletin.ts'
import { findAudience } from './find-audience.ts'
import type { News } from './news.ts'

/** An open page's line to us. */
export type Stream = { signInId: Actor['signInId']; send(news: News): void; close(): void }

/** The open pages of this process. */
export type Streams = {
  add(stream: Stream): () => void
  /** Passes a notice of PostgreSQL on to whom it concerns; rights are asked again for each. */
  pass(payload: string): Promise<void>
  /** Tells everybody to read again: notices may have been lost. */
  announceReady(): void
  closeAll(): void
}

/** A register of open pages; `database` is asked who may hear what. */
export function createStreams(database: SystemContext['database']): Streams {
  const streams = new Set<Stream>()
  return {
    add(stream) {
      streams.add(stream)
      stream.send({ kind: 'ready' })
      return () => streams.delete(stream)
    },
    async pass(payload) {
      const told = read(payload)
      if (!told || streams.size === 0) return
      const ids = [...new Set([...streams].map((stream) => stream.signInId))]
      const { ended, hearing } = await findAudience({ database, now: new Date() }, told, ids)
      for (const stream of streams) {
        if (ended.has(stream.signInId)) stream.close()
        else if (hearing.has(stream.signInId)) stream.send(newsIn(told))
      }
    },
    announceReady() {
      for (const stream of streams) stream.send({ kind: 'ready' })
    },
    closeAll() {
      for (const stream of streams) stream.close()
    },
  }
}

/** Who else hears of it is nobody's business. */
function newsIn(told: Bulletin): News {
  return told.kind === 'notices' ? { kind: told.kind } : { kind: told.kind, sessionId: told.sessionId }
}

function read(payload: string): Bulletin | null {
  try {
    return bulletin.parse(JSON.parse(payload))
  } catch {
    return null
  }
}
