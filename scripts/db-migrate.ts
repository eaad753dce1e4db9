import { applyMigrations } from './dev-stack/database/apply-migrations.ts'
import { withDatabase } from './dev-stack/with-database.ts'
import { runScript } from './running/run-step.ts'

/** `npm run db:migrate`: applies the pending migrations. */
await runScript(async () => {
  const applied = await withDatabase(applyMigrations)
  console.info(applied.length > 0 ? `✓ Applied ${applied.join(', ')}` : '✓ The database has every migration')
  return 0
})
