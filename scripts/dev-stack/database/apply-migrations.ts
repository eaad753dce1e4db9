import { Client } from 'pg'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { ownEverything, withEngine } from './migration-engine.ts'
import { migrationList, readMigrations } from './migration-files.ts'

/**
 * Applies the pending migrations and returns their names. Uses the same table as `prisma migrate deploy`, so the two
 * can be mixed.
 * @throws ExpectedError if a migration fails, failed before, or was edited after it was applied
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  if (await isUpToDate(databaseUrl)) return []
  return withEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: ownEverything,
    })
    return appliedMigrationNames
  })
}

type Applied = { name: string; checksum: string }

/** Compares names and checksums, which avoids loading the engine at each start. */
async function isUpToDate(databaseUrl: string): Promise<boolean> {
  const applied = await readApplied(databaseUrl)
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]))
  const migrations = readMigrations()
  const edited = migrations.find(
    ({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum,
  )
  if (edited) {
    throw new ExpectedError(
      `The migration ${edited.name} was edited after it was applied: undo the edit and write a new one with npm run db:diff.`,
    )
  }
  return migrations.every(({ name }) => checksums.has(name))
}

async function readApplied(databaseUrl: string): Promise<Applied[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect().catch((error: Error) => {
    throw new ExpectedError(
      `The database does not answer (${error.message}): check DATABASE_URL and that its server runs.`,
    )
  })
  try {
    const { rows: tables } = await client.query(`select to_regclass('public._prisma_migrations') as found`)
    if (!tables[0]?.found) return []
    const { rows } = await client.query<Applied>(
      'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    return rows
  } finally {
    await client.end()
  }
}
