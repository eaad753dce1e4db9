import 'server-only'
import type { Database } from './client.ts'

/** Default time limit of a statement and of a transaction, in ms. */
export const LONGEST_MS = 15_000

/**
 * Milliseconds without a response after which a connection is closed. Longer than any allowed work, so that only an
 * unreachable or hanging server exceeds it.
 */
export const LONGEST_SILENCE_MS = 90_000

/** The client ends its own transactions; PostgreSQL ends those of a client that is gone. */
const IDLE_MARGIN_MS = 5_000

/** Connection settings that apply on the server. */
export const serverLimits = {
  statement_timeout: LONGEST_MS,
  idle_in_transaction_session_timeout: LONGEST_MS + IDLE_MARGIN_MS,
}

/** A connection to an unreachable peer fails within 20 s: one probe after 10 s of silence, then one per second. */
export const keepAliveOptions = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** Extends the time limit of the open transaction and its statements to `longest` ms, if that exceeds the default. */
export async function extendTimeLimit(database: Database, longest: number): Promise<void> {
  if (longest <= LONGEST_MS) return
  await database.$executeRaw`
    SELECT set_config('statement_timeout', ${String(longest)}, true),
      set_config('idle_in_transaction_session_timeout', ${String(longest + IDLE_MARGIN_MS)}, true)`
}
