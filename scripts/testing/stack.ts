import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { applyMigrations } from '#scripts/dev-stack/database/apply-migrations.ts'
import { prepareDemonstration } from '#scripts/dev-stack/demonstration.ts'
import { completeEnvironment } from '#scripts/dev-stack/environment.ts'
import { application } from '#scripts/dev-stack/services/application.ts'
import { freePorts } from '#scripts/dev-stack/services/ports.ts'
import type { Service } from '#scripts/dev-stack/services/service.ts'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { startTestServices, type TestServices } from './services.ts'

export const TEST_BUILD = '.next-test'

export type Stack = TestServices & {
  baseUrl: string
  application: Service
  /** The application's environment, for tools that use the same database and LiveKit. */
  environment: Record<string, string>
}

type StackOptions = {
  /** A module that is preloaded into the application's process. */
  preload?: string | undefined
  /** Whether LiveKit offers a relay. */
  relay?: boolean
  /** Whether LiveKit sends webhooks to the application. */
  webhooks?: boolean
}

/**
 * The whole product for tests, with demonstration data: the production build of `.next-test` with its own ports and
 * data. Fault tests start their own stack and may kill its parts: each is a Service.
 */
export async function startStack({
  preload,
  relay = false,
  webhooks = true,
}: StackOptions = {}): Promise<Stack> {
  const [port = 0] = await freePorts(1)
  const services = await startTestServices({ webhookPort: webhooks ? port : null, relay })
  const databaseUrl = services.postgres.url
  await applyMigrations(databaseUrl)
  await prepareDemonstration(databaseUrl, {}, new Date())
  const environment = completeEnvironment(
    {},
    { databaseUrl, liveKitUrl: services.liveKit.url, secrets: services.secrets, port },
  )
  const server = application({
    dataFolder: services.folder,
    environment: { ...environment, NEXT_DIST_DIR: TEST_BUILD },
    port,
    dev: false,
    log: join(services.folder, 'application.log'),
    preload,
  })
  const stack: Stack = {
    ...services,
    baseUrl: `http://127.0.0.1:${port}`,
    application: server,
    environment,
    async stop() {
      await server.stop()
      await services.stop()
    },
  }
  try {
    await server.start()
    await untilReady(stack.baseUrl)
    return stack
  } catch (error) {
    await stack.stop()
    throw error
  }
}

type Readiness = { success: false } | { success: true; data: { degraded: string[] } }

/** Waits for jobs and LiveKit, which tests rely on: jobs start a moment after the server answers. */
async function untilReady(baseUrl: string): Promise<void> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const answer: Readiness | null = await fetch(`${baseUrl}/api/health/ready`)
      .then((response) => response.json())
      .catch(() => null)
    if (answer?.success && answer.data.degraded.length === 0) return
    if (Date.now() > deadline)
      throw new ExpectedError(`The application does not get ready: ${JSON.stringify(answer)}`)
    await sleep(50)
  }
}
