import { Refusal } from '#lib/kernel/refusal.ts'
import fields from '#messages/en/fields.json' with { type: 'json' }
import refusals from '#messages/en/refusals.json' with { type: 'json' }
import { ask } from './dev-stack/ask.ts'
import { applyMigrations } from './dev-stack/database/apply-migrations.ts'
import { generateClient } from './dev-stack/database/generate-client.ts'
import { withDatabase } from './dev-stack/with-database.ts'
import { Stop } from './running/expected-error.ts'
import { main } from './running/step.ts'

/** `npm run admin:create -- [email] [name]`: the first admin of a school. The password may come in ADMIN_PASSWORD. */
await main(async () => {
  const [email = await ask('E-mail'), name = await ask('Name')] = process.argv.slice(2)
  const password = process.env.ADMIN_PASSWORD || (await ask('Password', { hidden: true }))
  await generateClient()
  await withDatabase(async (databaseUrl) => {
    await applyMigrations(databaseUrl)
    await createAdmin(databaseUrl, { email, name, password })
  })
  console.info(`✓ ${name} can sign in as ${email}`)
  return 0
})

async function createAdmin(databaseUrl: string, wish: Record<string, string>): Promise<void> {
  // Loaded here, because the client that they use may have been generated only a moment ago.
  const { connectDatabase } = await import('#lib/database/client.ts')
  const { createFirstAdmin, firstAdmin } = await import('#lib/people/create-first-admin.ts')
  const parsed = firstAdmin.safeParse(wish)
  if (!parsed.success) {
    const sentences = new Map(Object.entries(fields))
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${sentences.get(message) ?? message}`,
    )
    throw new Stop(faults.join('\n'))
  }
  const database = connectDatabase(databaseUrl)
  try {
    await createFirstAdmin({ database, now: new Date() }, parsed.data)
  } catch (error) {
    throw error instanceof Refusal ? new Stop(refusals[error.reason]) : error
  } finally {
    await database.$disconnect()
  }
}
