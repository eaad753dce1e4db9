import { defineConfig } from '@playwright/test'
import { BROWSER_SWITCHES } from '#scripts/testing/browser-switches.ts'

const SECOND = 1000

// Started by scripts/test.ts, which gives the address of the application and the browser:
// `npm test -- e2e [filter]` runs these alone.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  // Up to five browsers meet in one story; two stories at once would share two cores among ten.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240 * SECOND,
  expect: { timeout: 20 * SECOND },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: process.env.BASE_URL,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    permissions: ['camera', 'microphone'],
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: BROWSER_SWITCHES,
    },
  },
})
