import { Refusal } from '#lib/kernel/refusal.ts'
import fields from '#messages/en/fields.json' with { type: 'json' }
import refusals from '#messages/en/refusals.json' with { type: 'json' }
import { applyMigrations } from './dev-stack/database/apply-migrations.ts'
import { generateClient } from './dev-stack/database/generate-client.ts'
import { promptUser } from './dev-stack/prompt-user.ts'
import { withDatabase } from './dev-stack/with-database.ts'
import { ExpectedError } from './running/expected-error.ts'
import { runScript } from './running/run-step.ts'

/** `npm run admin:create -- [email] [name]`: creates the first admin. ADMIN_PASSWORD may provide the password. */
await runScript(async () => {
  const [email = await promptUser('E-mail'), name = await promptUser('Name')] = process.argv.slice(2)
  const password = process.env.ADMIN_PASSWORD || (await promptUser('Password', { hidden: true }))
  await generateClient()
  await withDatabase(async (databaseUrl) => {
    await applyMigrations(databaseUrl)
    await createAdmin(databaseUrl, { email, name, password })
  })
  console.info(`✓ ${name} can sign in as ${email}`)
  return 0
})

async function createAdmin(databaseUrl: string, input: Record<string, string>): Promise<void> {
  // Imported here, because the database client may have been generated a moment ago.
  const { connectDatabase } = await import('#lib/database/client.ts')
  const { createFirstAdmin, firstAdmin } = await import('#lib/people/create-first-admin.ts')
  const parsed = firstAdmin.safeParse(input)
  if (!parsed.success) {
    const sentences = new Map(Object.entries(fields))
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${sentences.get(message) ?? message}`,
    )
    throw new ExpectedError(faults.join('\n'))
  }
  const database = connectDatabase(databaseUrl)
  try {
    await createFirstAdmin({ database, now: new Date() }, parsed.data)
  } catch (error) {
    throw error instanceof Refusal ? new ExpectedError(refusals[error.reason]) : error
  } finally {
    await database.$disconnect()
  }
}
