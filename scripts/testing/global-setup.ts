import { prepareTemplate } from './database.ts'
import { startTestServices } from './services.ts'

/** Provides PostgreSQL and LiveKit for integration tests: those of `npm test`, or new ones if vitest runs alone. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) {
    await prepareTemplate(process.env.TEST_DATABASE_URL)
    return async () => {}
  }
  const services = await startTestServices()
  process.env.TEST_DATABASE_URL = services.postgres.url
  process.env.LIVEKIT_URL = services.liveKit.url
  process.env.LIVEKIT_API_KEY = services.secrets.LIVEKIT_API_KEY
  process.env.LIVEKIT_API_SECRET = services.secrets.LIVEKIT_API_SECRET
  await prepareTemplate(services.postgres.url)
  return services.stop
}
