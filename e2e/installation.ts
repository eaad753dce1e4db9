/** The running product under test. */
export type Installation = { baseUrl: string; databaseUrl: string }

/** The installation that the test run started for all tests. */
export function sharedInstallation(baseUrl: string | undefined): Installation {
  const databaseUrl = process.env.DATABASE_URL
  if (!baseUrl || !databaseUrl) throw new Error('Run these with npm test -- e2e: it starts what they visit')
  return { baseUrl, databaseUrl }
}
