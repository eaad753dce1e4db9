import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { application } from '#scripts/dev-stack/services/application.ts'
import { freePorts } from '#scripts/dev-stack/services/ports.ts'
import { type Stack, TEST_BUILD } from '#scripts/testing/stack.ts'
import { createApiClient } from './api.ts'
import { test as base } from './own-installation.ts'

const OTHER_SECRET = 'a secret that this instance made for itself'

type Second = ReturnType<typeof application> & { baseUrl: string; logged(): string }

const test = base.extend<{ secondInstance(environment?: Record<string, string>): Promise<Second> }>({
  /** Another instance of the installation, not started yet; `environment` overrides its variables. */
  secondInstance: async ({ stack }, use) => {
    const ends: (() => Promise<void>)[] = []
    await use(async (environment = {}) => {
      const instance = await prepare(stack, environment)
      ends.push(instance.end)
      return instance
    })
    for (const end of ends) await end()
  },
})

async function prepare(stack: Stack, environment: Record<string, string>) {
  const [port = 0] = await freePorts(1)
  const dataFolder = mkdtempSync(join(tmpdir(), 'caravan-instance-'))
  const log = join(dataFolder, 'application.log')
  const instance = application({
    dataFolder,
    environment: { ...stack.environment, NEXT_DIST_DIR: TEST_BUILD, PORT: String(port), ...environment },
    port,
    dev: false,
    log,
  })
  return {
    ...instance,
    baseUrl: `http://127.0.0.1:${port}`,
    logged: () => readFileSync(log, 'utf8'),
    async end() {
      await instance.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

test('an instance with a different secret does not start and says what to do', async ({ secondInstance }) => {
  const other = await secondInstance({ AUTH_SECRET: OTHER_SECRET })
  await expect(other.start()).rejects.toThrow('ended while it was starting')
  expect(other.logged()).toContain('AUTH_SECRET is not the one that this database knows')
})

test('an instance that starts while PostgreSQL is down serves nothing, and exits if its secret differs', async ({
  stack,
  secondInstance,
}) => {
  stack.postgres.kill()
  const [other, same] = [await secondInstance({ AUTH_SECRET: OTHER_SECRET }), await secondInstance()]
  await other.start()
  await same.start()
  const statusOf = async (path: string) => (await fetch(`${other.baseUrl}${path}`)).status
  expect(await statusOf('/api/health/ready')).toBe(503)
  expect(await statusOf('/api/v1/auth/invitations/a-key')).toBe(503)
  await stack.postgres.start()
  await expect.poll(other.isRunning).toBe(false)
  expect(other.logged()).toContain('AUTH_SECRET is not the one that this database knows')
  await expect.poll(async () => (await fetch(`${same.baseUrl}/api/health/ready`)).status).toBe(200)
})

test('a sign-out on one instance closes streams and open pages on another at once', async ({
  secondInstance,
  school,
  as,
}) => {
  await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const noor = await as('Noor')
  await noor.page.goto('/student')
  const second = await secondInstance()
  await second.start()
  const api = createApiClient(second.baseUrl, school.personCalled('Noor').credential)
  const stream = await api.send('GET', '/api/v1/events')
  expect((await api.send('DELETE', '/api/v1/auth/token')).status).toBe(200)
  // The body ends when the server closes the stream.
  expect(await stream.text()).toContain('"kind":"ready"')
  await expect(noor.page).toHaveURL(/\/sign-in/)
})
