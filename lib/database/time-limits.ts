import 'server-only'
import type { Database } from './client.ts'

/** How long a statement or a transaction lasts at most, in ms, unless its work is allowed more. */
export const LONGEST_MS = 15_000

/**
 * After how many ms without an answer a connection is given up. It is longer than any work is allowed: only a server
 * that is gone or hangs is silent for so long.
 */
export const LONGEST_SILENCE_MS = 90_000

/** The client ends its transactions itself; PostgreSQL ends those of a client that is gone. */
const IDLE_MARGIN_MS = 5_000

/** Settings of a connection that hold on the server. */
export const serverLimits = {
  statement_timeout: LONGEST_MS,
  idle_in_transaction_session_timeout: LONGEST_MS + IDLE_MARGIN_MS,
}

/** A connection whose other side is gone breaks within 20 s: a probe after 10 s of silence, then one each second. */
export const keepAliveOptions = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** Allows the open transaction `longest` ms, also for a single statement, where that is more than usual. */
export async function extendTimeLimit(database: Database, longest: number): Promise<void> {
  if (longest <= LONGEST_MS) return
  await database.$executeRaw`
    SELECT set_config('statement_timeout', ${String(longest)}, true),
      set_config('idle_in_transaction_session_timeout', ${String(longest + IDLE_MARGIN_MS)}, true)`
}
