import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)
const notTests = ['node_modules/**', '.next*/**', '.data/**', 'e2e/**']

export default defineConfig({
  resolve: {
    // What the condition react-server does for this one package. The condition itself would also exchange React.
    alias: { 'server-only': join(require.resolve('server-only'), '../empty.js') },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...notTests, '**/*.integration.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: notTests,
          globalSetup: './scripts/testing/global-setup.ts',
          setupFiles: './scripts/testing/fail-on-pg-warnings.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
