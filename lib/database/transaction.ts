import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { brandedError } from '#lib/kernel/branded-error.ts'
import type { Database } from './client.ts'
import { isRetryable } from './faults.ts'
import { extendTimeLimit, LONGEST_MS } from './time-limits.ts'

const ATTEMPTS = 5

/** Thrown inside a transaction that read something outdated: it is run again from its beginning. */
export class StaleRead extends brandedError('StaleRead') {}

/**
 * Runs `work` in a transaction, or in the one that is open already. A transaction that lost to another one
 * (deadlock, serialisation, StaleRead) is run again, at most 5 times.
 * @param longest after how many ms it is given up; a single statement of it may take as long
 * @throws what `work` throws, after nothing was written
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
