import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { keepAliveOptions } from './time-limits.ts'

const RETRY_MS = 1_000
const ANSWERS_WITHIN_MS = 10_000

type Listening = {
  onNotification(payload: string): void
  /** Called whenever listening starts, also after an outage in which notifications were lost. */
  onListening(): void
}

/** Listens to a channel on its own connection for the lifetime of the process; the returned function stops it. */
export function listenToChannel(
  url: string,
  channel: string,
  { onNotification, onListening }: Listening,
): () => void {
  const stopping = new AbortController()
  void keepListening()
  return () => stopping.abort()

  async function keepListening(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listenOnce().catch(() => {})
      await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  async function listenOnce(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'koding-caravan events',
      connectionTimeoutMillis: ANSWERS_WITHIN_MS,
      query_timeout: ANSWERS_WITHIN_MS,
      ...keepAliveOptions,
    })
    const ended = new Promise<void>((resolve) => {
      client.once('end', resolve)
      client.once('error', () => resolve())
      stopping.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    client.on('notification', ({ payload }) => onNotification(payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      onListening()
      await ended
    } finally {
      await client.end().catch(() => {})
    }
  }
}
