import { type Stack, startStack } from '#scripts/testing/stack.ts'
import { test as base } from './fixtures.ts'

type OwnInstallation = {
  stack: Stack
  /** Whether its LiveKit offers a relay. */
  relay: boolean
  /** Whether its LiveKit sends webhooks to the application. */
  webhooks: boolean
}

/** Each test has its own installation, which it may break. */
export const test = base.extend<OwnInstallation>({
  relay: [false, { option: true }],
  webhooks: [true, { option: true }],
  stack: async ({ relay, webhooks }, use) => {
    const stack = await startStack({ relay, webhooks })
    await use(stack)
    await stack.stop()
  },
  installation: async ({ stack }, use) => {
    await use({ baseUrl: stack.baseUrl, databaseUrl: stack.postgres.url })
  },
})
