import { rmSync } from 'node:fs'
import { type LiveKit, localLiveKit } from '#scripts/dev-stack/services/livekit.ts'
import { freePorts } from '#scripts/dev-stack/services/ports.ts'
import { embeddedPostgres, type Postgres } from '#scripts/dev-stack/services/postgres.ts'
import { readOrMakeSecrets, type Secrets } from '#scripts/dev-stack/services/secrets.ts'
import { makeTestFolder, stopStaleProcesses } from './test-folder.ts'

export type TestServices = {
  folder: string
  secrets: Secrets
  postgres: Postgres
  liveKit: LiveKit
  /** Stops both services and deletes their data. */
  stop(): Promise<void>
}

type TestServicesOptions = {
  /** The application's port for LiveKit's webhooks; null: no webhooks. */
  webhookPort?: number | null
  /** Whether LiveKit offers a relay. */
  relay?: boolean
}

/** PostgreSQL and LiveKit for tests: on free ports, with a separate data folder, independent of other instances. */
export async function startTestServices({
  webhookPort = null,
  relay = false,
}: TestServicesOptions = {}): Promise<TestServices> {
  await stopStaleProcesses()
  const folder = makeTestFolder()
  const secrets = readOrMakeSecrets(folder)
  // Far apart, so that a killed service finds its port still free although other tests start services meanwhile.
  const [port = 0, udpPort = 0, tcpPort = 0, relayPort = 0, firstPort = 0] = await freePorts(5)
  const postgres = await embeddedPostgres({
    dataFolder: folder,
    database: 'koding_caravan',
    firstPort,
    password: secrets.POSTGRES_PASSWORD,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const liveKit = localLiveKit({
    dataFolder: folder,
    apiKey: secrets.LIVEKIT_API_KEY,
    apiSecret: secrets.LIVEKIT_API_SECRET,
    port,
    udpPort,
    tcpPort,
    relayPort: relay ? relayPort : null,
    webhookUrl: webhookPort ? `http://127.0.0.1:${webhookPort}/api/v1/livekit/webhook` : null,
  })
  await Promise.all([postgres.start(), liveKit.start()])
  return {
    folder,
    secrets,
    postgres,
    liveKit,
    async stop() {
      await Promise.all([postgres.stop(), liveKit.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
