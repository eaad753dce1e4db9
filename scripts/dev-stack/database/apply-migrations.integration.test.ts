import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#scripts/testing/database.ts'
import { applyMigrations } from './apply-migrations.ts'
import { readMigrations } from './migration-files.ts'
import { findDrift } from './write-migration.ts'

test('a clone has all migrations, and none is pending', async () => {
  const database = await createTestDatabase()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query('select migration_name as name from _prisma_migrations order by 1')
  expect(rows.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name))
  await client.end()
  expect(await applyMigrations(database.url)).toEqual([])
  await database.drop()
})

test('the migrations match the schema', async () => {
  const database = await createTestDatabase()
  expect(await findDrift(database.url)).toBeNull()
  await database.drop()
})

test('an edited migration is refused', async () => {
  const database = await createTestDatabase()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`update _prisma_migrations set checksum = 'another'`)
  await client.end()
  await expect(applyMigrations(database.url)).rejects.toThrow(/was edited after it was applied/)
  await database.drop()
})
