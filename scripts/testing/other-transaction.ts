import { onTestFinished } from 'vitest'
import type { Database } from '#lib/database/client.ts'
import { waitUntilDoneOrBlocked } from './lock-waits.ts'
import type { School } from './school.ts'

/** A second transaction that stays open until the test commits it. */
export async function beginTransaction(database: School['database']) {
  const begun = Promise.withResolvers<Database>()
  const wanted = Promise.withResolvers<void>()
  const ended = database.$transaction(
    async (transaction) => {
      begun.resolve(transaction)
      await wanted.promise
    },
    { timeout: 30_000 },
  )
  ended.catch(begun.reject)
  const commit = async () => {
    wanted.resolve()
    await ended
  }
  onTestFinished(commit)
  return { database: await begun.promise, commit }
}

/**
 * Outcome of an action that starts while another transaction has uncommitted writes: its result, or the error that it
 * threw. The other transaction commits once the action is blocked by it, or has finished without blocking.
 */
export async function runDuring(
  database: School['database'],
  write: (other: Database) => Promise<unknown>,
  act: () => Promise<unknown>,
): Promise<unknown> {
  const other = await beginTransaction(database)
  await write(other.database)
  const outcome = act().catch((error: unknown) => error)
  await waitUntilDoneOrBlocked(database, outcome)
  await other.commit()
  return outcome
}
