import type { Database } from '#lib/database/client.ts'
import { eventually } from './eventually.ts'

/** Waits until a statement in this database waits for a lock that another transaction holds. */
export async function untilLockIsAwaited(database: Database): Promise<void> {
  await eventually(async () => {
    const waiting = await database.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (waiting.length === 0) throw new Error('No statement waits for a lock yet')
  })
}
