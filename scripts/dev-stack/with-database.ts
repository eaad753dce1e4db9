import { openDataFolder } from './data-folder.ts'
import { directDatabaseUrl, loadEnvironmentFile } from './environment.ts'
import { embeddedPostgres } from './services/postgres.ts'
import { readOrMakeSecrets } from './services/secrets.ts'

/**
 * Runs the work with the given database, by its direct address, or with the embedded one, whose running or stopped
 * state is restored afterwards.
 */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  loadEnvironmentFile()
  const given = directDatabaseUrl(process.env)
  if (given) return work(given)
  const dataFolder = openDataFolder(process.env)
  const { POSTGRES_PASSWORD: password } = readOrMakeSecrets(dataFolder)
  const postgres = await embeddedPostgres({ dataFolder, database: 'koding_caravan', password })
  const ranBefore = postgres.isRunning()
  await postgres.start()
  try {
    return await work(postgres.url)
  } finally {
    if (!ranBefore) await postgres.stop()
  }
}
