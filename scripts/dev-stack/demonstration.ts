import type { EnvironmentVariables } from './environment.ts'

const ACCOUNTS = ['admin@caravan.test', 'trainer@caravan.test', 'student@caravan.test']

/**
 * Fills an empty database with the demonstration, or moves an existing one to today, and returns its accounts.
 * A real school's database is not changed: docs/contract.md, "Started locally".
 */
export async function prepareDemonstration(
  databaseUrl: string,
  given: EnvironmentVariables,
  now: Date,
): Promise<string[]> {
  // Imported here, because the database client may have been generated a moment ago.
  const { connectDatabase } = await import('#lib/database/client.ts')
  const { createDemonstration, moveDemonstration } = await import('#prisma/seed.ts')
  const database = connectDatabase(databaseUrl)
  try {
    const isEmpty = (await database.user.count({ take: 1 })) === 0
    if (isEmpty && !mayCreate(given)) return []
    if (isEmpty) await createDemonstration(database, now)
    else await moveDemonstration(database, now)
    const found = await database.user.findMany({
      where: { email: { in: ACCOUNTS } },
      select: { email: true },
    })
    return ACCOUNTS.filter((email) => found.some((user) => user.email === email))
  } finally {
    await database.$disconnect()
  }
}

function mayCreate(given: EnvironmentVariables): boolean {
  if (given.DEMO_DATA) return given.DEMO_DATA === 'true'
  return !(given.NODE_ENV === 'production' && given.DATABASE_URL)
}
