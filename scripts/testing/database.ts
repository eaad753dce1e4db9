import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { applyMigrations } from '#scripts/dev-stack/database/apply-migrations.ts'

const TEMPLATE = 'caravan_template'

export type TestDatabase = {
  url: string
  /** Drops the database and closes open connections. */
  drop(): Promise<void>
}

/**
 * An empty, migrated database for one test: a clone of the template, created in about 50 ms.
 * The server is that of TEST_DATABASE_URL, which the test run sets.
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneOf(TEMPLATE)
}

/** An empty test database without migrations. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return cloneOf('template0')
}

async function cloneOf(template: string): Promise<TestDatabase> {
  const server = serverUrl()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template ${template}`)
  return {
    url: withDatabase(server, name),
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  }
}

/** Recreates the template with the current migrations. */
export async function prepareTemplate(server: string): Promise<void> {
  const client = await connect(server)
  await client.query(`drop database if exists ${TEMPLATE} with (force)`)
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  await applyMigrations(withDatabase(server, TEMPLATE))
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run this test through vitest or npm test')
  return url
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = name
  return url.href
}

let ours: Promise<Client> | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * One connection for all tests of a file, closed when its process ends: connecting takes longer than cloning.
 * Statements run sequentially.
 */
async function onServer(statement: string): Promise<void> {
  ours ??= connect(serverUrl())
  const client = await ours
  const result = last.then(() => client.query(statement))
  last = result.catch(() => {})
  await result
}

async function connect(server: string): Promise<Client> {
  const client = new Client({ connectionString: server })
  // The server may stop before this connection closes.
  client.on('error', () => {})
  await client.connect()
  return client
}
