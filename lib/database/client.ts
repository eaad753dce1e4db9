import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Prisma } from './generated/client.ts'
import { PrismaClient } from './generated/client.ts'
import { serialiseTransactions } from './serialise-transactions.ts'

/** The database, or the transaction that is open in it. */
export type Database = PrismaClient | Prisma.TransactionClient

const CONNECTIONS = 10
const WAIT_FOR_CONNECTION_MS = 5_000

/**
 * A client with a pool of its own; `$disconnect` closes both.
 * Statements are prepared: their names come from their text.
 */
export function connectDatabase(url: string): PrismaClient {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    idleTimeoutMillis: 30_000,
  })
  // Without a listener, a connection that the server closes while idle would end the process.
  pool.on('error', () => {})
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: statementName })
  return new PrismaClient({ adapter: serialiseTransactions(adapter) })
}

const MOST_PREPARED = 500
const names = new Map<string, string>()

/** A statement's name on every connection; past the limit statements stay unnamed, so that servers do not fill up. */
function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= MOST_PREPARED) return ''
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}

/** Runs `work` in a transaction of at most `longest` ms, for scripts; use cases have inTransaction(). */
export function inDatabaseTransaction<T>(
  database: Database,
  longest: number,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return '$transaction' in database ? database.$transaction(work, { timeout: longest }) : work(database)
}
