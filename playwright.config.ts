import { defineConfig } from '@playwright/test'
import { MINUTE_MS, SECOND_MS } from '#lib/kernel/durations.ts'
import { BROWSER_SWITCHES } from '#scripts/testing/browser-switches.ts'
import { CAMERA_FILE } from '#scripts/testing/camera-file.ts'

// Started by scripts/test.ts, which gives the address of the application and the browser:
// `npm test -- e2e [filter]` runs these alone.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240 * SECOND_MS,
  expect: { timeout: MINUTE_MS },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: process.env.BASE_URL,
    actionTimeout: MINUTE_MS,
    browserName: 'chromium',
    // Traces make the stories a third slower: `npm test -- e2e [filter] --trace on` takes them.
    screenshot: 'only-on-failure',
    permissions: ['camera', 'microphone'],
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [...BROWSER_SWITCHES, `--use-file-for-fake-video-capture=${CAMERA_FILE}`],
    },
  },
})
