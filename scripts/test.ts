import { rmSync } from 'node:fs'
import { buildOnce } from './dev-stack/build.ts'
import { generateClient } from './dev-stack/database/generate-client.ts'
import { ExpectedError } from './running/expected-error.ts'
import { runPackage } from './running/run-program.ts'
import { runScript, runStep } from './running/run-step.ts'
import { onShutdown, shutDown, shutDownOnSignals } from './running/shutdown.ts'
import { findBrowser } from './testing/browser.ts'
import { makeCameraFile } from './testing/camera-file.ts'
import { startTestServices } from './testing/services.ts'
import { startStack, TEST_BUILD } from './testing/stack.ts'
import { type Counts, countPlaywright, countVitest, type Line, summarise } from './testing/summary.ts'

const PARTS = ['static', 'unit', 'integration', 'e2e']
const lines: Line[] = []

await runScript(async () => {
  const [part, ...filter] = process.argv.slice(2)
  if (part && !PARTS.includes(part))
    throw new ExpectedError(`There is no part called ${part}: choose ${PARTS.join(', ')}, or none for all.`)
  const wants = (name: string) => !part || part === name
  shutDownOnSignals()
  rmSync('test-results', { recursive: true, force: true })
  process.env.NEXT_DIST_DIR = TEST_BUILD
  try {
    await runStep('Database client ready', generateClient)
    if (wants('static')) await checkStatically()
    if (wants('unit')) await count('Unit', () => runVitest('unit', filter))
    if (wants('integration')) await count('Integration', () => testIntegration(filter))
    if (wants('e2e')) await testStories(filter)
  } finally {
    await shutDown()
  }
  console.info(`\n${summarise(lines)}`)
  return lines.every(({ failed }) => failed === 0) ? 0 : 1
})

async function checkStatically(): Promise<void> {
  await check('Types', ['next', 'typegen'], ['tsc', '--noEmit', '-p', 'tsconfig.test.json'])
  await check('Linter and format', ['biome', 'check', '--error-on-warnings'])
  await check('Dead code', ['knip'])
}

/** Counts the programs as one check, and prints their output if one fails. */
function check(name: string, ...programs: [string, ...string[]][]): Promise<boolean> {
  return count(name, async () => {
    for (const [program, ...args] of programs) {
      const { code, output } = await runPackage(program, args, { env: { NODE_OPTIONS: '' } })
      if (code === 0) continue
      console.error(output.trim())
      return { passed: 0, failed: 1 }
    }
    return { passed: 1, failed: 0 }
  })
}

async function testIntegration(filter: string[]): Promise<Counts> {
  const services = await startTestServices()
  onShutdown(services.stop)
  const counts = await runVitest('integration', filter, {
    TEST_DATABASE_URL: services.postgres.url,
    LIVEKIT_URL: services.liveKit.url,
    LIVEKIT_API_KEY: services.secrets.LIVEKIT_API_KEY,
    LIVEKIT_API_SECRET: services.secrets.LIVEKIT_API_SECRET,
  })
  await services.stop()
  return counts
}

async function runVitest(
  project: string,
  filter: string[],
  env: Record<string, string> = {},
): Promise<Counts> {
  const report = `test-results/${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`]
  const { code } = await runPackage('vitest', ['run', '--project', project, ...reporters, ...filter], {
    env: { ...env, NODE_ENV: 'test' },
    show: true,
  })
  return countVitest(report, code)
}

/** Runs end-to-end tests against the production build. Skipped if the build fails. */
async function testStories(filter: string[]): Promise<void> {
  const isBuilt = await count('Production build', async () => {
    await buildOnce(TEST_BUILD)
    return { passed: 1, failed: 0 }
  })
  if (!isBuilt) return
  await count('End to end', async () => {
    const browser = await findBrowser('shell')
    makeCameraFile()
    const stack = await startStack()
    onShutdown(stack.stop)
    const { code } = await runPackage('playwright', ['test', ...filter], {
      env: {
        ...stack.environment,
        BASE_URL: stack.baseUrl,
        CHROMIUM_PATH: browser ?? '',
        NODE_OPTIONS: '--conditions=react-server --disable-warning=ExperimentalWarning',
      },
      show: true,
    })
    await stack.stop()
    return countPlaywright('test-results/e2e.json', code)
  })
}

/** Adds a line to the summary. A part that cannot run counts as failed, and the others still run. */
async function count(name: string, work: () => Promise<Counts>): Promise<boolean> {
  console.info(`… ${name}`)
  const begun = performance.now()
  const counts = await work().catch((error: unknown) => {
    console.error(error instanceof ExpectedError ? `✗ ${error.message}` : error)
    return { passed: 0, failed: 1 }
  })
  lines.push({ name, ...counts, took: performance.now() - begun })
  return counts.failed === 0
}
