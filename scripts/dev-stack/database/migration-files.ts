import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'

const folder = join(import.meta.dirname, '../../../prisma/migrations')
const schemaFile = join(import.meta.dirname, '../../../prisma/schema.prisma')

export type MigrationFile = { name: string; script: string; checksum: string }

/** Migrations in order of application, with the checksum that Prisma stores. */
export function readMigrations(): MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}

export function readSchema(): SchemasContainer {
  return { files: [{ path: 'schema.prisma', content: readFileSync(schemaFile, 'utf8') }] }
}

/** A migration list in the engine's format. */
export function migrationList(): MigrationList {
  const lockfile = join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations().map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  }
}

export function migrationFolder(name: string): string {
  return join(folder, name)
}
