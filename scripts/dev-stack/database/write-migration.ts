import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownEverything, withEngine } from './migration-engine.ts'
import { migrationFolder, migrationList, readSchema } from './migration-files.ts'

/** SQL from the migrations to the schema, or null if they match. */
export function findDrift(databaseUrl: string): Promise<string | null> {
  return withEngine(databaseUrl, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', ...readSchema() },
      script: true,
      exitCode: true,
      filters: ownEverything,
    })
    return exitCode === 2 ? (stdout ?? '') : null
  })
}

/** Writes the next migration and returns its file, or null if there is no difference. */
export async function writeMigration(databaseUrl: string, name: string, now: Date): Promise<string | null> {
  const script = await findDrift(databaseUrl)
  if (script === null) return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = migrationFolder(`${stamp}_${name.replace(/\W+/g, '_').toLowerCase()}`)
  mkdirSync(folder)
  const file = join(folder, 'migration.sql')
  writeFileSync(file, script)
  return file
}
