import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { brandedError } from '#lib/kernel/branded-error.ts'
import type { Database } from './client.ts'
import { isRetryable } from './faults.ts'
import { extendTimeLimit, LONGEST_MS } from './time-limits.ts'

const ATTEMPTS = 5

/** Thrown inside a transaction that read stale data; the transaction runs again from the start. */
export class StaleRead extends brandedError('StaleRead') {}

/**
 * Runs `work` in a transaction, or in the open transaction. A transaction that loses a conflict (deadlock,
 * serialisation, StaleRead) runs again, at most 5 times.
 * @param longest time limit in ms, also for a single statement
 * @throws the error of `work`, after a rollback
 */
export async function inTransaction<C extends { database: Database }, T>(
  context: C,
  work: (context: C) => Promise<T>,
  longest = LONGEST_MS,
): Promise<T> {
  const { database } = context
  if (!('$transaction' in database)) return work(context)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.$transaction(
        async (transaction) => {
          await extendTimeLimit(transaction, longest)
          return work({ ...context, database: transaction })
        },
        { timeout: longest, maxWait: LONGEST_MS },
      )
    } catch (error) {
      const again = error instanceof StaleRead || isRetryable(error)
      if (!again || attempt === ATTEMPTS) throw error
      await delay(Math.random() * 20 * attempt)
    }
  }
}
