import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { applyMigrations } from '#scripts/dev-stack/database/apply-migrations.ts'

const TEMPLATE = 'caravan_template'

export type TestDatabase = {
  url: string
  /** Drops it, with whoever is still connected. */
  drop(): Promise<void>
}

/**
 * An empty, migrated database of the test's own: a clone of the template, made in about 50 ms.
 * The server is the one of TEST_DATABASE_URL, which the test run sets.
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneOf(TEMPLATE)
}

/** The same without migrations. */
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

/** Makes the template anew, so that it has the migrations of this moment. */
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
 * One connection for all tests of a file, which ends with its process: to connect takes longer than to clone.
 * Statements run one after the other.
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
  // That the server ends before it is no fault.
  client.on('error', () => {})
  await client.connect()
  return client
}
