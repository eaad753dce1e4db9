import type { Database } from '#lib/database/client.ts'
import { eventually } from './eventually.ts'

/** Waits until a statement in this database is blocked by another transaction's lock. */
export async function waitForBlockedLock(database: Database): Promise<void> {
  await eventually(async () => {
    if (!(await isLockBlocked(database))) throw new Error('No statement waits for a lock yet')
  })
}

/** Waits until a statement is blocked, or until the work finishes without blocking. */
export async function waitUntilDoneOrBlocked(database: Database, work: Promise<unknown>): Promise<void> {
  let isDone = false
  const end = () => {
    isDone = true
  }
  void work.then(end, end)
  await eventually(async () => {
    if (!isDone && !(await isLockBlocked(database))) throw new Error('It neither ends nor waits for a lock')
  })
}

async function isLockBlocked(database: Database): Promise<boolean> {
  // The wait event stays for a moment after the lock is granted; pg_blocking_pids() is exact.
  const waiting = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`
  return waiting.length > 0
}
