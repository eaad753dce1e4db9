import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Prisma } from './generated/client.ts'
import { PrismaClient } from './generated/client.ts'
import { serialiseTransactions } from './serialise-transactions.ts'
import { extendTimeLimit, keepAliveOptions, LONGEST_SILENCE_MS, serverLimits } from './time-limits.ts'

/** The database, or its open transaction. */
export type Database = PrismaClient | Prisma.TransactionClient

const CONNECTIONS = 10
const WAIT_FOR_CONNECTION_MS = 5_000

type ConnectionOptions = {
  /** Prepared statement names and connection settings, which a pooler in transaction mode does not allow. */
  preparedStatements?: boolean
  /** Milliseconds without a response after which a connection is closed. */
  longestSilence?: number
}

/** A client with its own pool; `$disconnect` closes both. */
export function connectDatabase(
  url: string,
  { preparedStatements = true, longestSilence = LONGEST_SILENCE_MS }: ConnectionOptions = {},
): PrismaClient {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'koding-caravan',
    max: CONNECTIONS,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    idleTimeoutMillis: 30_000,
    query_timeout: longestSilence,
    ...keepAliveOptions,
    ...(preparedStatements && serverLimits),
  })
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on('error', () => {})
  pool.on('release', (_, client) => endUnlessIdle(client))
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    statementNameGenerator: preparedStatements ? statementName : () => '',
  })
  return new PrismaClient({ adapter: serialiseTransactions(adapter) })
}

/** Discards a connection whose transaction could not be ended in time. */
function endUnlessIdle(client: pg.PoolClient): void {
  if (client.getTransactionStatus() !== 'I') void client.end().catch(() => {})
}

const MAX_PREPARED = 500
const names = new Map<string, string>()

/** The statement's name, the same in every process. Beyond the limit statements stay unnamed, to save server memory. */
function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= MAX_PREPARED) return ''
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32)
  names.set(sql, name)
  return name
}

/** Runs `work` in a transaction of at most `longest` ms, for scripts; use cases have inTransaction(). */
export function inDatabaseTransaction<T>(
  database: Database,
  longest: number,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  if (!('$transaction' in database)) return work(database)
  return database.$transaction(
    async (transaction) => {
      await extendTimeLimit(transaction, longest)
      return work(transaction)
    },
    { timeout: longest },
  )
}
