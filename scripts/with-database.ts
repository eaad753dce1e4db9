import { openDataFolder } from './data-folder.ts'
import { loadEnvironmentFile } from './environment.ts'
import { embeddedPostgres } from './services/postgres.ts'
import { readOrMakeSecrets } from './services/secrets.ts'

/** Runs the work with the database of DATABASE_URL, or with the embedded one, which is left as it was found. */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  loadEnvironmentFile()
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
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
