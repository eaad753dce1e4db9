import { onTestFinished } from 'vitest'
import type { Database } from '#lib/database/client.ts'
import { waitUntilDoneOrBlocked } from './lock-waits.ts'
import type { School } from './school.ts'

/** A second transaction, which stays open until the test commits it. */
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
 * What comes of an act that begins while another transaction has written something: an answer, or what was thrown.
 * The other one commits once the act waits for it, or has ended without waiting.
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
