import { relative } from 'node:path'
import { writeMigration } from './dev-stack/database/write-migration.ts'
import { withDatabase } from './dev-stack/with-database.ts'
import { ExpectedError } from './running/expected-error.ts'
import { runScript } from './running/run-step.ts'

/** `npm run db:diff -- <name>`: writes the migration from the existing migrations to the schema. */
await runScript(async () => {
  const [name] = process.argv.slice(2)
  if (!name) throw new ExpectedError('Say in a word or two what changes: npm run db:diff -- add-homework')
  const file = await withDatabase((url) => writeMigration(url, name, new Date()))
  console.info(
    file
      ? `✓ Written: ${relative('.', file)}. Read it before you apply it with npm run db:migrate.`
      : '✓ The migrations already lead to the schema',
  )
  return 0
})
