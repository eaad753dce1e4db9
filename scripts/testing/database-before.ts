import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { readMigrations } from '#scripts/dev-stack/database/migration-files.ts'
import { createEmptyDatabase } from './database.ts'

/** A test database in the state before a migration, and that migration to apply. */
export async function databaseBefore(
  migration: string,
): Promise<{ client: Client; migrate(): Promise<void> }> {
  const { url, drop } = await createEmptyDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await drop()
  })
  for (const { name, script } of readMigrations()) {
    if (name === migration) return { client, migrate: async () => void (await client.query(script)) }
    await client.query(script)
  }
  throw new Error(`There is no migration ${migration}`)
}
