import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { runStep } from '#scripts/running/run-step.ts'
import { onShutdown, shutDownOnSignals } from '#scripts/running/shutdown.ts'
import { lockDataFolder, openDataFolder } from './data-folder.ts'
import { applyMigrations } from './database/apply-migrations.ts'
import { generateClient } from './database/generate-client.ts'
import { prepareDemonstration } from './demonstration.ts'
import {
  checkEnvironment,
  completeEnvironment,
  directDatabaseUrl,
  type EnvironmentVariables,
  loadEnvironmentFile,
  readSettings,
  usesLocalLiveKit,
} from './environment.ts'
import { application } from './services/application.ts'
import { localLiveKit } from './services/livekit.ts'
import { isPortFree } from './services/ports.ts'
import { embeddedPostgres } from './services/postgres.ts'
import { readOrMakeSecrets } from './services/secrets.ts'
import { supervise } from './services/supervise.ts'

type DevStack = {
  address: string
  /** Demonstration accounts, if the database has the demonstration data. */
  accounts: string[]
}

/**
 * Starts everything from an empty machine to a server that answers; shared by `up` and `dev`.
 * @param build runs while LiveKit is downloaded and started
 */
export async function startDevStack(dev: boolean, build: () => Promise<unknown>): Promise<DevStack> {
  shutDownOnSignals()
  loadEnvironmentFile()
  const given: EnvironmentVariables = process.env
  const dataFolder = openDataFolder(given)
  await lockDataFolder(dataFolder)
  const secrets = readOrMakeSecrets(dataFolder)
  const { port, hostname } = readSettings(given)

  const postgres = given.DATABASE_URL
    ? null
    : await embeddedPostgres({ dataFolder, database: 'koding_caravan', password: secrets.POSTGRES_PASSWORD })
  const liveKit = usesLocalLiveKit(given)
    ? localLiveKit({
        dataFolder,
        apiKey: secrets.LIVEKIT_API_KEY,
        apiSecret: secrets.LIVEKIT_API_SECRET,
        ...liveKitPorts(given),
        tcpPort: null,
        relayPort: null,
        webhookUrl: `http://127.0.0.1:${port}/api/v1/livekit/webhook`,
      })
    : null
  const databaseUrl = given.DATABASE_URL || postgres?.url || ''
  const environment = completeEnvironment(given, {
    databaseUrl,
    liveKitUrl: liveKit?.url ?? null,
    secrets,
    port,
  })
  checkEnvironment({ ...given, ...environment })

  const server = application({ dataFolder, environment, port, dev })
  await server.stop()
  await refuseTakenPort(port, hostname)
  const services = [postgres, liveKit, server].filter((service) => service !== null)
  for (const service of services) onShutdown(() => service.stop())

  const directUrl = directDatabaseUrl(given) ?? databaseUrl
  const databaseReady = async () => {
    if (postgres) await runStep('PostgreSQL ready', () => postgres.start())
    await runStep('Database client ready', generateClient)
    await runStep(describeMigrations, () => applyMigrations(directUrl))
    return runStep('Demonstration data ready', () => prepareDemonstration(directUrl, given, new Date()))
  }
  const [accounts] = await Promise.all([
    databaseReady().then(async (found) => {
      await build()
      return found
    }),
    liveKit ? runStep('LiveKit ready', () => liveKit.start()) : null,
  ])
  await runStep('Application ready', () => server.start())
  supervise(services)
  return { address: environment.PUBLIC_URL ?? '', accounts }
}

/** Runs until a signal stops it. */
export function waitForShutdown(): Promise<never> {
  return new Promise(() => setInterval(() => {}, MINUTE_MS))
}

function describeMigrations(migrations: string[]): string {
  return migrations.length > 0
    ? `Database migrated: ${migrations.join(', ')}`
    : 'Database has every migration'
}

function liveKitPorts(given: EnvironmentVariables): { port: number; udpPort: number } {
  const port = Number(given.LIVEKIT_PORT || 7880)
  if (!Number.isInteger(port) || port < 1 || port > 65_533) {
    throw new ExpectedError(`LIVEKIT_PORT must be a port between 1 and 65533, and is ${given.LIVEKIT_PORT}.`)
  }
  return { port, udpPort: port + 2 }
}

async function refuseTakenPort(port: number, hostname: string): Promise<void> {
  const isFree = await isPortFree(port, hostname).catch((error: Error) => {
    throw new ExpectedError(
      `The server cannot listen on ${hostname}:${port} (${error.message}): set HOST and PORT to what it can use.`,
    )
  })
  if (!isFree)
    throw new ExpectedError(
      `Port ${port} is taken: end what uses it, or set PORT to another one (PORT=3001 npm run up).`,
    )
}
