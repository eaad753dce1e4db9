import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { Client, Pool, type QueryResult } from 'pg'

/** PostgreSQL's internal one-byte type, used in its catalogues and unknown to the adapter. */
const INTERNAL_CHAR = 18
const TEXT = 25

export type MigrationAdapter = SqlMigrationAwareDriverAdapterFactory & {
  /** Closes the connection that the engine leaves open, which would keep the process alive and block cloning. */
  close(): Promise<void>
}

/**
 * Prisma's adapter for pg with fixes for three faults that only affect migrations: scripts were split at each
 * semicolon, the catalogues' "char" was unknown, and the shadow database was the real one.
 */
export function migrationAdapter(databaseUrl: string): MigrationAdapter {
  const factory = new PrismaPg({ connectionString: databaseUrl })
  const open: SqlDriverAdapter[] = []
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await openAdapter(databaseUrl, async () => {})
      open.push(adapter)
      return adapter
    },
    async close() {
      for (const adapter of open.splice(0)) await adapter.dispose()
    },
    async connectToShadowDb() {
      const name = `shadow_${randomUUID().replaceAll('-', '')}`
      const onServer = (statement: string) => runOnce(databaseUrl, statement)
      await onServer(`create database ${name}`)
      const url = new URL(databaseUrl)
      url.pathname = name
      return openAdapter(url.href, () => onServer(`drop database if exists ${name} with (force)`))
    },
  }
}

async function openAdapter(url: string, afterwards: () => Promise<void>): Promise<SqlDriverAdapter> {
  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('error', () => {})
  let characterColumns: string[] = []
  const query = pool.query.bind(pool)
  Reflect.set(pool, 'query', async (question: string) => {
    const result: QueryResult = await query(question)
    const characters = result.fields?.filter((field) => field.dataTypeID === INTERNAL_CHAR) ?? []
    for (const field of characters) field.dataTypeID = TEXT
    characterColumns = characters.map((field) => field.name)
    return result
  })
  const adapter = await new PrismaPg(pool).connect()
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    executeRaw: (statement) => adapter.executeRaw(statement),
    startTransaction: (isolation) => adapter.startTransaction(isolation),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    async queryRaw(question) {
      const answer = await adapter.queryRaw(question)
      const columnTypes = answer.columnNames.map((name, place) =>
        characterColumns.includes(name)
          ? ColumnTypeEnum.Character
          : (answer.columnTypes[place] ?? ColumnTypeEnum.Text),
      )
      return { ...answer, columnTypes }
    },
    async executeScript(script) {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
    },
    async dispose() {
      if (pool.ending) return
      await adapter.dispose()
      await pool.end()
      await afterwards()
    },
  }
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
