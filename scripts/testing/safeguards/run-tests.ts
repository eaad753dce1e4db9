import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { runNode, runPackage } from '#scripts/running/run-program.ts'
import type { TestServices } from '#scripts/testing/services.ts'
import type { Safeguard } from './tables/safeguard.ts'
import { readPlaywrightReport, readVitestReport, type TestResult } from './test-reports.ts'

type Test = Safeguard['test']
type Kind = 'unit' | 'integration' | 'e2e'

/** Timeout in ms for tests that hang without the safeguard. */
const PATIENCE_MS = { unit: 2 * MINUTE_MS, integration: 5 * MINUTE_MS, e2e: 10 * MINUTE_MS } satisfies Record<
  Kind,
  number
>

export function kindOf({ file }: Test): Kind {
  if (file.startsWith('e2e/')) return 'e2e'
  return file.endsWith('.integration.test.ts') ? 'integration' : 'unit'
}

/**
 * Runs these tests, all of one kind, in a copy of the project.
 * @returns the outcome of each test of their files, `skipped` if it was not selected
 */
export function runTests(
  copy: string,
  services: TestServices,
  kind: Kind,
  tests: Test[],
): Promise<TestResult[]> {
  rmSync(join(copy, 'test-results'), { recursive: true, force: true })
  const files = [...new Set(tests.map(({ file }) => file))]
  const names = tests.map(({ name }) => patternOf(name)).join('|')
  return kind === 'e2e' ? runStories(copy, files, names) : runVitest(copy, services, kind, files, names)
}

/** vitest's reports separate the names of `describe` blocks with a space, its filter with ` > `. */
function patternOf(name: string): string {
  return name.split(' ').map(RegExp.escape).join('(?: | > )')
}

async function runVitest(
  copy: string,
  { postgres, liveKit, secrets }: TestServices,
  kind: 'unit' | 'integration',
  files: string[],
  names: string,
): Promise<TestResult[]> {
  const report = join(copy, `test-results/${kind}.json`)
  const args = ['run', '--project', kind, '--reporter=json', `--outputFile=${report}`]
  await runPackage('vitest', [...args, '--testNamePattern', names, ...files], {
    folder: copy,
    timeout: PATIENCE_MS[kind],
    env: {
      NODE_ENV: 'test',
      TEST_DATABASE_URL: postgres.url,
      LIVEKIT_URL: liveKit.url,
      LIVEKIT_API_KEY: secrets.LIVEKIT_API_KEY,
      LIVEKIT_API_SECRET: secrets.LIVEKIT_API_SECRET,
    },
  })
  return readVitestReport(report)
}

/** Builds the changed application and starts it with its own services, like `npm test -- e2e`. */
async function runStories(copy: string, files: string[], names: string): Promise<TestResult[]> {
  const script = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'scripts/test.ts']
  await runNode([...script, 'e2e', ...files, '--grep', names], { folder: copy, timeout: PATIENCE_MS.e2e })
  return readPlaywrightReport(join(copy, 'test-results/e2e.json'))
}
