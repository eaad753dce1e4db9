import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { runPackage } from '#scripts/running/run-program.ts'
import { hashFiles } from '#scripts/running/sources.ts'

const output = join(import.meta.dirname, '../../../lib/database/generated')

/** Generates the Prisma client, unless it is up to date with the schema. Returns whether it did. */
export async function generateClient(): Promise<boolean> {
  const stamp = join(output, 'schema.sha256')
  const schema = hashFiles(['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === schema) return false
  const { code, output: said } = await runPackage('prisma', ['generate'], {
    // Any file works: generating runs no engine, and a path keeps Prisma from downloading one.
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      NODE_OPTIONS: '',
    },
  })
  if (code !== 0) throw new ExpectedError(`The database client could not be generated:\n${said}`)
  writeFileSync(stamp, schema)
  return true
}
