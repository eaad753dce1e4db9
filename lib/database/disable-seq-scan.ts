import 'server-only'
import type { Database } from './client.ts'

/**
 * To be called in a transaction before it adds very many rows. PostgreSQL keeps a connection's plans, also those by
 * which it checks references; one that reads a whole table, made while it was small, would read it all again for each
 * of ten thousand new rows. So plans are made anew, by indexes.
 */
export async function disableSeqScan({ database }: { database: Database }): Promise<void> {
  await database.$executeRaw`SET LOCAL enable_seqscan = off`
  await database.$executeRaw`DISCARD PLANS`
}
