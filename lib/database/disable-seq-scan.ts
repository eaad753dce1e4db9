import 'server-only'
import type { Database } from './client.ts'

/**
 * Call it in a transaction before inserting very many rows. PostgreSQL caches the plans of a connection, including
 * those that check foreign keys. A sequential scan planned for a small table would run again for each of ten
 * thousand new rows. This forces new plans that use indexes.
 */
export async function disableSeqScan({ database }: { database: Database }): Promise<void> {
  await database.$executeRaw`SET LOCAL enable_seqscan = off`
  await database.$executeRaw`DISCARD PLANS`
}
